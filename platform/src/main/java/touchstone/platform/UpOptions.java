package touchstone.platform;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The options of {@code ./touchstone up}. */
@Command(
        name = "touchstone up",
        mixinStandardHelpOptions = true,
        description =
                "Starts the web application. It listens on this machine only, and keeps everything in its data folder.",
        footer = {"", "Exit status: 0 stopped, 2 it cannot start as asked."})
final class UpOptions {

    @Option(names = "--port", defaultValue = "8080", description = "Port on the loopback address (${DEFAULT-VALUE}).")
    int port;

    @Option(names = "--data", description = "Data folder (.touchstone/data; with --demo .touchstone/demo).")
    @Nullable
    Path data;

    @Option(names = "--demo", description = "Fill an example organisation, in a data folder of its own.")
    boolean demo;

    @Option(
            names = "--database-url",
            description = "A PostgreSQL of one's own (15 or newer) instead of the embedded one:"
                    + " jdbc:postgresql://HOST/DATABASE?user=OWNER&password=...; the owner must be able to create"
                    + " roles.")
    @Nullable
    String databaseUrl;

    @Option(names = "--public-url", description = "Address under which people reach it, for links in messages.")
    @Nullable
    String publicUrl;

    Map<String, Object> properties() {
        Path home = Path.of(System.getProperty("touchstone.home", "."));
        Path folder = Optional.ofNullable(data)
                .orElseGet(() -> home.resolve(".touchstone").resolve(demo ? "demo" : "data"));
        Map<String, Object> properties = new HashMap<>();
        properties.put("server.port", port);
        properties.put("touchstone.data", folder.toAbsolutePath().normalize().toString());
        properties.put("touchstone.demo", demo);
        Optional.ofNullable(databaseUrl).ifPresent(url -> properties.put("touchstone.database-url", url));
        Optional.ofNullable(publicUrl).ifPresent(url -> properties.put("touchstone.public-url", url));
        return properties;
    }
}
