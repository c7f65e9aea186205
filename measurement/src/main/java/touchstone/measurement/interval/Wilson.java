package touchstone.measurement.interval;

import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

/**
 * Interval for a proportion: successes out of independent trials.
 *
 * <p>Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927), 209-212.
 * It stays inside [0, 1] and behaves well for few trials and for proportions near 0 or 1. Trials that come in clusters need
 * {@link ClusterBootstrap}.
 */
public final class Wilson {

    private final double confidence;

    private Wilson(double confidence) {
        this.confidence = confidence;
    }

    /** Confidence 0.95. */
    public static Wilson withDefaults() {
        return new Wilson(0.95);
    }

    /**
     * The same with another confidence level.
     *
     * @param level strictly between 0 and 1
     */
    public Wilson withConfidence(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("confidence must lie between 0 and 1, got " + level);
        }
        return new Wilson(level);
    }

    /**
     * The interval of the proportion.
     *
     * @param successes 0 to {@code trials}
     * @param trials at least 1
     * @throws IllegalArgumentException when the counts are out of range
     */
    public Interval interval(int successes, int trials) {
        if (trials < 1 || successes < 0 || successes > trials) {
            throw new IllegalArgumentException(
                    "need 0 <= successes <= trials and trials >= 1, got " + successes + " of " + trials);
        }
        var found = BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(trials, successes, 1 - confidence);
        // rounding leaves the ends of 0 of n and n of n a hair off the exact 0 and 1
        double low = successes == 0 ? 0 : found.getLowerBound();
        double high = successes == trials ? 1 : found.getUpperBound();
        return new Interval(low, high);
    }
}
