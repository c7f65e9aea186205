package touchstone.catalogue;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** What somebody may have meant. Distance: insertions, deletions and substitutions (Levenshtein 1966). */
final class Spelling {

    private Spelling() {}

    /** The known word that is nearest, when at most a third of its letters differ. */
    static Optional<String> nearest(String given, Collection<String> known) {
        return known.stream()
                .filter(word -> distance(given, word) * 3 <= word.length())
                .min(Comparator.comparingInt(word -> distance(given, word)));
    }

    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            row[column] = column;
        }
        for (int line = 1; line <= from.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column <= to.length(); column++) {
                int substituted = diagonal + (from.charAt(line - 1) == to.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(substituted, 1 + Math.min(row[column], row[column - 1]));
            }
        }
        return row[to.length()];
    }
}
