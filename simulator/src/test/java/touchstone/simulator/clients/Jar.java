package touchstone.simulator.clients;

import java.net.URI;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The jar that a class comes from. */
final class Jar {

    private static final Pattern VERSION = Pattern.compile(".*?-(\\d.*)\\.jar");

    private Jar() {}

    /** The version in the jar's file name. */
    static String versionOf(Class<?> type) {
        CodeSource source =
                Objects.requireNonNull(type.getProtectionDomain().getCodeSource(), "code source of " + type);
        String file = String.valueOf(
                Path.of(URI.create(source.getLocation().toString())).getFileName());
        Matcher version = VERSION.matcher(file);
        if (!version.matches()) {
            throw new IllegalStateException("no version in " + file);
        }
        return version.group(1);
    }
}
