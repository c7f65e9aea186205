package touchstone.labs.documentsearch;

import java.util.Arrays;
import java.util.stream.Collectors;
import touchstone.worlds.Document;

/**
 * A document that a search should find by its own words, or no longer find.
 *
 * @param document its id
 */
record Probe(String document) {

    private static final int WORDS = 14;

    /** The title, and the first words of the first line of prose. */
    static String query(Document document) {
        String prose = document.body()
                .lines()
                .filter(line -> line.split(" ", -1).length >= 6)
                .findFirst()
                .orElse(document.body());
        String words = Arrays.stream(prose.split("[^\\p{L}\\p{N}-]+", -1))
                .filter(word -> !word.isBlank())
                .limit(WORDS)
                .collect(Collectors.joining(" "));
        return document.title() + " " + words;
    }
}
