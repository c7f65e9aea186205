package touchstone.runner.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/**
 * Writes a new lab: a small one that builds, keeps the lab contract and validates, to be changed step by step into what it
 * should become. Its parts are the files in {@code template} beside this class.
 */
public final class LabTemplate {

    private LabTemplate() {}

    /** Whether a text can name a lab: kebab case, and no word of the Java language when its hyphens are left out. */
    public static boolean isSlug(String text) {
        return text.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*") && SourceVersion.isName(text.replace("-", ""));
    }

    /**
     * Writes the lab's folder.
     *
     * @param slug name in kebab case, such as {@code drift-monitor}
     * @param folder must not exist yet
     * @throws IllegalArgumentException when the slug cannot name a lab
     * @throws UncheckedIOException when the folder exists or cannot be written
     */
    public static void write(String slug, Path folder) {
        if (!isSlug(slug)) {
            throw new IllegalArgumentException("'" + slug + "' cannot name a lab");
        }
        try {
            Files.createDirectory(folder);
            for (String line : text("files").lines().toList()) {
                int space = line.indexOf(' ');
                Path file = folder.resolve(filled(line.substring(space + 1), slug));
                Files.createDirectories(file.getParent());
                Files.writeString(file, filled(text(line.substring(0, space)), slug));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("the lab's folder " + folder + " cannot be written", failed);
        }
    }

    private static String text(String name) throws IOException {
        try (InputStream in = LabTemplate.class.getResourceAsStream("template/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the template lacks " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String filled(String text, String slug) {
        String title = slug.substring(0, 1).toUpperCase(Locale.ROOT)
                + slug.substring(1).replace('-', ' ');
        return text.replace("@slug@", slug)
                .replace("@title@", title)
                .replace("@package@", slug.replace("-", ""))
                .replace("@Class@", className(slug));
    }

    /** Such as {@code DriftMonitorLab}; the last word keeps it apart from all other types that a lab uses. */
    private static String className(String slug) {
        return Pattern.compile("(?:^|-)([a-z])")
                        .matcher(slug)
                        .replaceAll(first -> first.group(1).toUpperCase(Locale.ROOT))
                + "Lab";
    }
}
