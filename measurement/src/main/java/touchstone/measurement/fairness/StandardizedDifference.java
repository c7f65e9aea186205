package touchstone.measurement.fairness;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.statistics.distribution.NormalDistribution;
import touchstone.measurement.interval.Interval;

/**
 * Difference of two groups' mean scores in pooled standard deviations, corrected for small samples (Hedges' g), with its interval.
 *
 * <p>Source: L. V. Hedges, "Distribution theory for Glass's estimator of effect size and related estimators", Journal of
 * Educational Statistics 6 (1981), 107-128. About .2 is small, .5 medium, .8 large (J. Cohen, 1988).
 *
 * @param d focal mean minus reference mean over the pooled deviation
 * @param g {@code d} corrected
 * @param interval of {@code g}, confidence 0.95, large-sample
 */
public record StandardizedDifference(double d, double g, Interval interval) {

    /** The difference; empty for fewer than two scores in a group or when no score varies. */
    public static Optional<StandardizedDifference> of(double[] focal, double[] reference) {
        int n = focal.length;
        int m = reference.length;
        if (n < 2 || m < 2) {
            return Optional.empty();
        }
        double pooled = (squares(focal) + squares(reference)) / (n + m - 2);
        if (pooled == 0) {
            return Optional.empty();
        }
        double d = (mean(focal) - mean(reference)) / Math.sqrt(pooled);
        double g = d * (1 - 3 / (4.0 * (n + m) - 9));
        double error = Math.sqrt((double) (n + m) / n / m + g * g / (2.0 * (n + m)));
        double reach = NormalDistribution.of(0, 1).inverseSurvivalProbability(0.025) * error;
        return Optional.of(new StandardizedDifference(d, g, new Interval(g - reach, g + reach)));
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double squares(double[] values) {
        double mean = mean(values);
        return Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
    }
}
