package touchstone.measurement.ratings.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import touchstone.measurement.ratings.Fit;
import touchstone.measurement.ratings.RatingTable;

/** Spread within candidates and slope on the expected rating, interviewer by interviewer. */
final class Styles {

    private final Map<Integer, Moments> now = new TreeMap<>();
    private final List<Moments> overall = new ArrayList<>();
    private final int[] candidates;
    private final double[] within;
    private final double[] withinExpected;

    private Styles(int size) {
        for (int j = 0; j < size; j++) {
            overall.add(new Moments());
        }
        candidates = new int[size];
        within = new double[size];
        withinExpected = new double[size];
    }

    /** Sums over some ratings: observed x, expected E, model variance V. */
    private static final class Moments {
        private int count;
        private double x;
        private double xx;
        private double e;
        private double ee;
        private double xe;
        private double v;

        void add(double observed, double expected, double variance) {
            count++;
            x += observed;
            xx += observed * observed;
            e += expected;
            ee += expected * expected;
            xe += observed * expected;
            v += variance;
        }

        double squares() {
            return xx - x * x / count;
        }

        /** Expected value of {@link #squares}: of independent ratings with means E and variances V. */
        double expectedSquares() {
            return v * (count - 1) / count + ee - e * e / count;
        }

        double slope() {
            double spread = ee - e * e / count;
            return spread > 1e-12 ? (xe - x * e / count) / spread : 1;
        }
    }

    static List<InterviewerStyle> of(Fit fit, int interviewer) {
        RatingTable table = fit.table();
        List<String> names = table.facets().get(interviewer).elements();
        Styles styles = new Styles(names.size());
        int[] current = {-1};
        fit.forEachRating((row, candidate, expected, variance, _) -> {
            if (candidate != current[0]) {
                styles.close();
                current[0] = candidate;
            }
            int j = table.elementOf(interviewer, row);
            styles.now.computeIfAbsent(j, _ -> new Moments()).add(table.step(row), expected, variance);
            styles.overall.get(j).add(table.step(row), expected, variance);
        });
        styles.close();
        List<InterviewerStyle> result = new ArrayList<>();
        for (int j = 0; j < names.size(); j++) {
            double expected = styles.withinExpected[j];
            if (styles.overall.get(j).count > 0) {
                result.add(new InterviewerStyle(
                        names.get(j),
                        styles.overall.get(j).count,
                        styles.candidates[j],
                        expected > 0 ? styles.within[j] / expected : 1,
                        styles.overall.get(j).slope()));
            }
        }
        return List.copyOf(result);
    }

    /** Ends a candidate. */
    private void close() {
        now.forEach((j, moments) -> {
            if (moments.count >= 2) {
                candidates[j]++;
                within[j] += moments.squares();
                withinExpected[j] += moments.expectedSquares();
            }
        });
        now.clear();
    }
}
