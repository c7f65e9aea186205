package touchstone.measurement.interval;

import java.util.Arrays;

/**
 * Quantile of a sample, linear between order statistics: definition 7 of R. J. Hyndman and Y. Fan, "Sample quantiles in
 * statistical packages", The American Statistician 50 (1996), 361-365; the default of R and NumPy.
 */
public final class Quantile {

    private Quantile() {}

    /**
     * Quantile of values in any order.
     *
     * @param values at least one
     * @param p 0 to 1
     */
    public static double of(double[] values, double p) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return ofSorted(sorted, p);
    }

    /** Quantile of values in ascending order; otherwise like {@link #of}. */
    public static double ofSorted(double[] sorted, double p) {
        if (sorted.length == 0 || !(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException(
                    "a quantile needs values and 0 <= p <= 1, got " + sorted.length + " values and p = " + p);
        }
        double position = p * (sorted.length - 1);
        int below = (int) Math.floor(position);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
