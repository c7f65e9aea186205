package touchstone.benchmarks;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import touchstone.measurement.interval.Quantile;

/**
 * Times between tokens, summed up; milliseconds.
 *
 * @param p99Error 99th percentile of the distance from the planned gap
 */
record Gaps(double mean, double median, double p99, double p99Error) {

    /** @param millis at least one */
    static Gaps of(double[] millis) {
        double[] errors = Arrays.stream(millis)
                .map(gap -> Math.abs(gap - Prompts.GAP_MILLIS))
                .toArray();
        return new Gaps(
                DoubleStream.of(millis).average().orElseThrow(),
                Quantile.of(millis, 0.5),
                Quantile.of(millis, 0.99),
                Quantile.of(errors, 0.99));
    }
}
