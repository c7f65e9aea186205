package touchstone.measurement.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a system returned for one topic, best first. No document stands in it twice.
 *
 * @param documents ids; empty when nothing was returned
 */
public record Ranking(List<String> documents) {

    /**
     * The order that trec_eval gives: score descending, and for equal scores the document id descending by its bytes in
     * UTF-8. Scores are compared as doubles, as in trec_eval 10.0; up to 9.0.8 it compared them in single precision.
     */
    private static final Comparator<Scored> BEST_FIRST = Comparator.comparingDouble(Scored::score)
            .reversed()
            .thenComparing(Scored::document, (one, other) -> byBytes(other, one));

    public Ranking {
        documents = List.copyOf(documents);
        Set<String> seen = HashSet.newHashSet(documents.size());
        for (String document : documents) {
            if (!seen.add(document)) {
                throw new IllegalArgumentException("the document " + document + " stands twice in a ranking");
            }
        }
    }

    /** The ranking by score; ties by document id descending, so that the order in which they are given does not matter. */
    public static Ranking byScore(List<Scored> results) {
        List<Scored> sorted = new ArrayList<>(results);
        sorted.sort(BEST_FIRST);
        return new Ranking(sorted.stream().map(Scored::document).toList());
    }

    /** Order of the texts' UTF-8 bytes, which is the order of their code points; UTF-16 differs beyond U+FFFF. */
    private static int byBytes(String one, String other) {
        int length = Math.min(one.length(), other.length());
        for (int i = 0; i < length; i++) {
            char a = one.charAt(i);
            char b = other.charAt(i);
            if (a != b && Character.isSurrogate(a) != Character.isSurrogate(b)) {
                return Character.isSurrogate(a) ? 1 : -1;
            }
            if (a != b) {
                return Character.compare(a, b);
            }
        }
        return Integer.compare(one.length(), other.length());
    }
}
