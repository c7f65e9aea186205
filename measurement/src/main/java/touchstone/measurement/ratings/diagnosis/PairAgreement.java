package touchstone.measurement.ratings.diagnosis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import touchstone.measurement.ratings.Fit;
import touchstone.measurement.ratings.RatingTable;

/** Counts equal ratings of pairs of interviewers, beside their model probability. */
final class PairAgreement {

    private PairAgreement() {}

    static Optional<Agreement> of(Fit fit, int interviewer) {
        RatingTable table = fit.table();
        long pairs = 0;
        long equal = 0;
        double expected = 0;
        for (int n = 0; n < table.candidates().size(); n++) {
            for (List<Integer> rows : sameThing(table, interviewer, n)) {
                List<double[]> probabilities = new ArrayList<>();
                for (int row : rows) {
                    double[] mine = fit.probabilities(row, fit.logit(n, row));
                    for (int other = 0; other < probabilities.size(); other++) {
                        double[] theirs = probabilities.get(other);
                        for (int k = 0; k < mine.length; k++) {
                            expected += mine[k] * theirs[k];
                        }
                        equal += table.step(row) == table.step(rows.get(other)) ? 1 : 0;
                        pairs++;
                    }
                    probabilities.add(mine);
                }
            }
        }
        return pairs == 0
                ? Optional.empty()
                : Optional.of(new Agreement((double) equal / pairs, expected / pairs, pairs));
    }

    /** Rows of a candidate that differ in nothing but the interviewer. */
    private static Iterable<List<Integer>> sameThing(RatingTable table, int interviewer, int candidate) {
        Map<List<Integer>, List<Integer>> groups = new LinkedHashMap<>();
        for (int row = table.firstRow(candidate); row < table.firstRow(candidate + 1); row++) {
            List<Integer> thing = new ArrayList<>();
            for (int f = 0; f < table.facets().size(); f++) {
                if (f != interviewer) {
                    thing.add(table.elementOf(f, row));
                }
            }
            groups.computeIfAbsent(thing, _ -> new ArrayList<>()).add(row);
        }
        return groups.values();
    }
}
