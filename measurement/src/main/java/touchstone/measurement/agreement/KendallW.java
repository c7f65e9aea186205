package touchstone.measurement.agreement;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import touchstone.chance.Chance;
import touchstone.measurement.interval.ClusterBootstrap;
import touchstone.measurement.interval.Interval;

/**
 * Kendall's coefficient of concordance W: how far raters put units into the same order, 0 (no common order) to 1 (one order).
 * Severity plays no part.
 *
 * <p>Every rater must have judged every unit; ties share their mean rank. Source: M. G. Kendall and B. Babington Smith, "The
 * problem of m rankings", Annals of Mathematical Statistics 10 (1939), 275-287; ties as in S. Siegel and N. J. Castellan,
 * "Nonparametric Statistics", 2nd edition, 1988, section 9.6. The literature gives a test and no standard error; the interval
 * resamples units.
 */
public final class KendallW {

    private KendallW() {}

    /** A coefficient, or why there is none. */
    public sealed interface Result {}

    /**
     * The coefficient.
     *
     * @param w corrected for ties
     * @param uncorrected as if there were no ties; smaller
     * @param chiSquare k (n - 1) w, chi-square with n - 1 degrees of freedom when raters' orders have nothing in common;
     *     rough for fewer than eight units
     */
    public record Concordance(double w, double uncorrected, double chiSquare, int degreesOfFreedom, double pValue)
            implements Result {}

    /**
     * No coefficient.
     *
     * @param reason one sentence for a person
     */
    public record Undefined(String reason) implements Result {}

    /** The concordance of a table. */
    public static Result of(RaterTable table) {
        int n = table.units();
        int k = table.raters();
        if (k < 2 || n < 2) {
            return new Undefined("Kendall's W needs at least two raters and two units.");
        }
        if (!table.isComplete()) {
            return new Undefined("Kendall's W needs every rater's rating of every unit; "
                    + ((long) n * k - table.size()) + " of " + (long) n * k + " are missing.");
        }
        double[] sums = new double[n];
        double ties = 0;
        for (int rater = 0; rater < k; rater++) {
            ties += addRanks(column(table, rater), sums);
        }
        double squares = 0;
        for (double sum : sums) {
            double away = sum - k * (n + 1) / 2.0;
            squares += away * away;
        }
        double most = (double) k * k * ((double) n * n * n - n);
        if (most - k * ties < 1e-9 * most) {
            return new Undefined("Every rater gave all units the same rating: there is no order.");
        }
        double w = 12 * squares / (most - k * ties);
        double chiSquare = k * (n - 1.0) * w;
        double p = ChiSquaredDistribution.of(n - 1).survivalProbability(chiSquare);
        return new Concordance(w, 12 * squares / most, chiSquare, n - 1, p);
    }

    /**
     * Interval at confidence 0.95 by resampling units; too high at its lower end for few units, as drawing a unit twice makes
     * ties that all raters share.
     *
     * @throws IllegalArgumentException when the coefficient is undefined
     */
    public static Interval interval(RaterTable table, Chance chance) {
        if (of(table) instanceof Undefined undefined) {
            throw new IllegalArgumentException(undefined.reason());
        }
        return ClusterBootstrap.withDefaults()
                .interval(
                        table.units(),
                        draws -> switch (of(table.resampled(draws))) {
                            case Concordance found -> found.w();
                            case Undefined _ -> 1;
                        },
                        chance);
    }

    private static double[] column(RaterTable table, int rater) {
        double[] column = new double[table.units()];
        for (int i = 0; i < table.size(); i++) {
            if (table.rater(i) == rater) {
                column[i / table.raters()] = table.value(i);
            }
        }
        return column;
    }

    /** Adds each unit's rank and gives the sum of t^3 - t over groups of t ties. */
    private static double addRanks(double[] values, double[] sums) {
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted((a, b) -> Double.compare(values[a], values[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        double ties = 0;
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to < order.length && values[order[to]] == values[order[from]]) {
                to++;
            }
            double size = to - from;
            double rank = (from + 1 + to) / 2.0;
            Arrays.stream(order, from, to).forEach(unit -> sums[unit] += rank);
            ties += size * size * size - size;
            from = to;
        }
        return ties;
    }
}
