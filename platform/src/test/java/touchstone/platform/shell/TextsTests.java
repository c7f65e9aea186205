package touchstone.platform.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** All texts stand in message bundles, and every text that a page asks for is there. */
class TextsTests {

    private static final Path SOURCES = Path.of("src/main/java/touchstone/platform");
    private static final Path BUNDLES = Path.of("src/main/resources/touchstone/platform");
    private static final Pattern ASKED = Pattern.compile("\\btext\\(\\s*\"([a-z0-9.-]+)\"\\s*[,)]");
    private static final Pattern REFUSED =
            Pattern.compile("Refusal\\s*\\.(?:invalid|missing|forbidden|conflict|gone)\\(\\s*\"([a-z0-9.-]+)\"");
    private static final Pattern SAID = Pattern.compile("Screen\\.said\\([^;]*?\"([a-z]+(?:[.-][a-z0-9]+)+)\"");

    /** Words between tags, or in an attribute that people hear or see, that come from no bundle. */
    private static final Pattern RAW =
            Pattern.compile("(?:>|\\b(?:aria-label|title|placeholder|alt)=\")\\s*([A-Za-z][a-z]+(?: [A-Za-z][a-z]+)+)");

    @Test
    void seesTheTemplates() {
        assertThat(files(SOURCES, ".jte"))
                .as("an empty list would make every rule pass")
                .hasSizeGreaterThan(5);
    }

    @Test
    void holdsEveryTextThatIsAskedFor() {
        Properties texts = texts();
        TreeSet<String> absent = new TreeSet<>();
        for (Path file : Stream.concat(files(SOURCES, ".jte").stream(), files(SOURCES, ".java").stream())
                .toList()) {
            for (Pattern pattern : List.of(ASKED, REFUSED, SAID)) {
                Matcher matcher = pattern.matcher(read(file));
                while (matcher.find()) {
                    if (!texts.containsKey(matcher.group(1)) && !prefix(texts, matcher.group(1))) {
                        absent.add(SOURCES.relativize(file) + ": " + matcher.group(1));
                    }
                }
            }
        }
        assertThat(absent).isEmpty();
    }

    @Test
    void writesNoTextIntoTemplates() {
        List<String> raw = new ArrayList<>();
        for (Path file : files(SOURCES, ".jte")) {
            String markup = read(file)
                    .replaceAll("(?s)<%--.*?--%>", "")
                    .replaceAll("(?s)<(pre|code)[^>]*>.*?</\\1>", "")
                    .replaceAll("(?m)^@(import|param).*$", "");
            Matcher matcher = RAW.matcher(markup);
            while (matcher.find()) {
                raw.add(SOURCES.relativize(file) + ": " + matcher.group(1));
            }
        }
        assertThat(raw).isEmpty();
    }

    @Test
    void writesTextsThatCanBeFormatted() {
        List<String> broken = new ArrayList<>();
        texts().forEach((key, text) -> {
            try {
                new MessageFormat((String) text);
            } catch (IllegalArgumentException wrong) {
                broken.add(key + ": " + wrong.getMessage());
            }
            if (((String) text).matches(".*(?<!')'(?!').*")) {
                broken.add(key + ": a single apostrophe disappears; double it");
            }
        });
        assertThat(broken).isEmpty();
    }

    @Test
    void rendersNothingFromAnExceptionsMessage() {
        assertThat(files(SOURCES, ".jte"))
                .allSatisfy(file -> assertThat(read(file))
                        .doesNotContain("getMessage()", "unsafe", "<script>", "style=\"", "onclick="));
    }

    /** A key that is completed at run time by an enum's name. */
    private static boolean prefix(Properties texts, String key) {
        return texts.keySet().stream().anyMatch(known -> ((String) known).startsWith(key + "."));
    }

    private static Properties texts() {
        Properties all = new Properties();
        for (Path bundle : files(BUNDLES, "messages.properties")) {
            Properties one = new Properties();
            try (Reader in = new InputStreamReader(Files.newInputStream(bundle), StandardCharsets.UTF_8)) {
                one.load(in);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            one.forEach((key, text) -> assertThat(all.put(key, text))
                    .as("%s stands in two bundles", key)
                    .isNull());
        }
        return all;
    }

    private static List<Path> files(Path root, String ending) {
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(file -> file.toString().endsWith(ending)).toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
