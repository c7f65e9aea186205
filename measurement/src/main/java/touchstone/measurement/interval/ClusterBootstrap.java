package touchstone.measurement.interval;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import touchstone.chance.Chance;

/**
 * Percentile interval of any statistic by resampling whole clusters (documents, items, worlds) with replacement.
 *
 * <p>Observations of one cluster stay together, so that items which share a cause are not counted as if they were
 * independent. Source: A. C. Davison and D. V. Hinkley, "Bootstrap Methods and their Application", Cambridge 1997, sections
 * 2.4 and 5.2.1. With fewer than about ten clusters the interval is too narrow; that is a property of the method.
 */
public final class ClusterBootstrap {

    private final int resamples;
    private final double confidence;

    private ClusterBootstrap(int resamples, double confidence) {
        this.resamples = resamples;
        this.confidence = confidence;
    }

    /** 2,000 resamples, confidence 0.95. */
    public static ClusterBootstrap withDefaults() {
        return new ClusterBootstrap(2_000, 0.95);
    }

    /**
     * The same with another number of resamples.
     *
     * @param count at least 100
     */
    public ClusterBootstrap withResamples(int count) {
        if (count < 100) {
            throw new IllegalArgumentException("a bootstrap needs at least 100 resamples, got " + count);
        }
        return new ClusterBootstrap(count, confidence);
    }

    /**
     * The interval of a statistic.
     *
     * @param clusters number of clusters, at least 1
     * @param statistic takes how often each cluster was drawn (length {@code clusters}) and gives a finite number
     * @param chance source of the draws; same source, same interval
     * @throws IllegalArgumentException when there is no cluster or the statistic is not finite
     */
    public Interval interval(int clusters, ToDoubleFunction<int[]> statistic, Chance chance) {
        if (clusters < 1) {
            throw new IllegalArgumentException("a bootstrap needs at least one cluster");
        }
        RandomGenerator draws = chance.generator();
        double[] values = new double[resamples];
        int[] counts = new int[clusters];
        for (int i = 0; i < resamples; i++) {
            Arrays.fill(counts, 0);
            for (int draw = 0; draw < clusters; draw++) {
                counts[draws.nextInt(clusters)]++;
            }
            values[i] = statistic.applyAsDouble(counts);
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException("the statistic gave " + values[i] + ", not a finite number");
            }
        }
        Arrays.sort(values);
        double tail = (1 - confidence) / 2;
        return new Interval(Quantile.ofSorted(values, tail), Quantile.ofSorted(values, 1 - tail));
    }
}
