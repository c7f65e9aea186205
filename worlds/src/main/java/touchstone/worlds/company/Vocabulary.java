package touchstone.worlds.company;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import touchstone.worlds.text.Phrase;

/**
 * The words of an industry: lists under {@code [headings]}, one entry a line, {@code #} for remarks. Lists of
 * {@code every} industry come first.
 */
public final class Vocabulary {

    private final String industry;
    private final Map<String, List<String>> lists = new LinkedHashMap<>();
    private final Map<String, List<Phrase>> phrases = new LinkedHashMap<>();

    private Vocabulary(String industry) {
        this.industry = industry;
    }

    /** Reads the lists of an industry from the module's resources. */
    public static Vocabulary of(String industry) {
        Vocabulary result = new Vocabulary(industry);
        for (String file : List.of("every", "relations", "chatter", industry, industry + "-relations")) {
            result.read(file);
        }
        result.lists.forEach((heading, entries) -> {
            if (heading.startsWith("say ")) {
                result.phrases.put(heading, entries.stream().map(Phrase::of).toList());
            }
        });
        return result;
    }

    public String industry() {
        return industry;
    }

    /** The entries under a heading. */
    public List<String> list(String heading) {
        List<String> entries = lists.get(heading);
        if (entries == null) {
            throw new IllegalStateException("The vocabulary of " + industry + " has no list [" + heading + "]");
        }
        return entries;
    }

    /** The phrases under the heading {@code [say name]}. */
    public List<Phrase> phrases(String name) {
        List<Phrase> entries = phrases.get("say " + name);
        if (entries == null) {
            throw new IllegalStateException("The vocabulary of " + industry + " has no list [say " + name + "]");
        }
        return entries;
    }

    /** Headings that start with these words, in the order of the files. */
    public List<String> headings(String start) {
        return lists.keySet().stream().filter(name -> name.startsWith(start)).toList();
    }

    private void read(String file) {
        try (InputStream in = Vocabulary.class.getResourceAsStream("/touchstone/worlds/" + file + ".txt")) {
            if (in == null) {
                throw new IllegalStateException("The vocabulary " + file + ".txt is not in the jar");
            }
            List<String> current = new ArrayList<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
                if (line.startsWith("[")) {
                    current = lists.computeIfAbsent(line.substring(1, line.indexOf(']')), _ -> new ArrayList<>());
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    current.add(line.strip());
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("The vocabulary " + file + ".txt could not be read", failure);
        }
    }
}
