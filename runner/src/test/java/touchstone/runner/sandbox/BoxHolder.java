package touchstone.runner.sandbox;

import java.io.File;
import java.net.URISyntaxException;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A Touchstone of its own, to be killed: opens a box, says "up", and waits. Arguments: folder, command. */
final class BoxHolder {

    private BoxHolder() {}

    static void main(String[] arguments) throws InterruptedException {
        Path folder = Path.of(arguments[0]);
        BoxRequest request = new BoxRequest(
                folder.resolve("solution"),
                BoxRequest.Shown.NOTHING,
                Optional.empty(),
                arguments[1],
                UnixDomainSocketAddress.of(folder.resolve("no-model")),
                Map.of(),
                BoxRequest.Limits.DEFAULT,
                folder.resolve("holder"));
        try (Box box = new Bubblewrap().start(request)) {
            System.out.println("up");
            while (box.exitStatus().isEmpty()) {
                Thread.sleep(1000);
            }
        }
    }

    static String classPath() throws URISyntaxException {
        return place(Bubblewrap.class) + File.pathSeparator + place(BoxHolder.class);
    }

    private static Path place(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
