package touchstone.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Parts of a page of Markdown that programs write, each between {@code <!-- NAME: begin -->} and {@code <!-- NAME: end -->}.
 * Whoever writes one leaves the rest of the page as it is.
 */
public final class Sections {

    private static final Pattern ANY = Pattern.compile(
            "^<!-- ([\\w ]+): begin -->\\n.*?^<!-- \\1: end -->\\n", Pattern.MULTILINE | Pattern.DOTALL);

    private Sections() {}

    /** All sections of a page with their marks, an empty line between them; empty when it has none. */
    static String in(String page) {
        return ANY.matcher(page).results().map(found -> found.group()).collect(Collectors.joining("\n"));
    }

    /** Puts the text where that section stands in the file, or at the file's end. */
    public static void write(Path file, String name, String text) throws IOException {
        String section = "<!-- " + name + ": begin -->\n" + text + "<!-- " + name + ": end -->\n";
        String page = Files.exists(file) ? Files.readString(file) : "";
        Matcher found = ANY.matcher(page);
        while (found.find()) {
            if (found.group(1).equals(name)) {
                Files.writeString(file, page.substring(0, found.start()) + section + page.substring(found.end()));
                return;
            }
        }
        Files.writeString(file, page.isEmpty() ? section : page + "\n" + section);
    }
}
