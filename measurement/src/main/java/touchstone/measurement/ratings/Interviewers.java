package touchstone.measurement.ratings;

import java.util.SortedSet;
import java.util.TreeSet;

/** The facet of interviewers. */
final class Interviewers {

    private Interviewers() {}

    static int facet(RatingTable table) {
        int facet = table.indexOf(Facet.INTERVIEWER);
        if (facet < 0) {
            throw new RatingsException("the ratings do not say who gave them: there is no facet " + Facet.INTERVIEWER);
        }
        return facet;
    }

    /** Those who rated a candidate. */
    static SortedSet<Integer> of(RatingTable table, int facet, int candidate) {
        SortedSet<Integer> those = new TreeSet<>();
        for (int row = table.firstRow(candidate); row < table.firstRow(candidate + 1); row++) {
            those.add(table.elementOf(facet, row));
        }
        return those;
    }
}
