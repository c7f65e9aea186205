package touchstone.measurement.ranking;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import touchstone.chance.Chance;
import touchstone.measurement.interval.ClusterBootstrap;
import touchstone.measurement.interval.Interval;

/**
 * Whether the second of two runs is better than the first on the same topics.
 *
 * <p>The interval is the paired cluster bootstrap of the mean difference. The p value is Fisher's randomisation test: if the
 * two systems were alike, the sign of each cluster's difference would be a coin's; p is the share of sign patterns whose mean
 * difference is at least as far from 0 (two-sided). Up to 16 clusters all patterns are counted; beyond, 10,000 are drawn and
 * p is (hits + 1) / (drawn + 1). Source: M. D. Smucker, J. Allan and B. Carterette, "A comparison of statistical significance
 * tests for information retrieval evaluation", CIKM 2007; A. C. Davison and D. V. Hinkley, "Bootstrap Methods and their
 * Application", Cambridge 1997, section 4.3. One comparison: who makes many must correct for it.
 */
public final class PairedComparison {

    private static final int MOST_COUNTED = 16;
    private static final int DRAWN = 10_000;

    private final ClusterBootstrap bootstrap;

    private PairedComparison(ClusterBootstrap bootstrap) {
        this.bootstrap = bootstrap;
    }

    /** Confidence 0.95. */
    public static PairedComparison withDefaults() {
        return new PairedComparison(ClusterBootstrap.withDefaults());
    }

    /**
     * What came out.
     *
     * @param mean second run minus first, averaged over topics, -1 to 1
     * @param interval of the mean difference
     * @param pValue two-sided, above 0, at most 1; 1 when the runs do not differ
     * @param better topics on which the second run has the higher value
     * @param worse topics on which it has the lower value
     * @param equal topics on which both have the same
     */
    public record Difference(double mean, Interval interval, double pValue, int better, int worse, int equal) {}

    /** Every topic is a cluster of its own. */
    public Difference compare(Map<String, Double> first, Map<String, Double> second, Chance chance) {
        return compare(first, second, topic -> topic, chance);
    }

    /**
     * Compares two runs.
     *
     * @param first values by topic
     * @param second values of the same topics
     * @param cluster of a topic, by name
     * @param chance source of the draws; same source, same result
     * @throws IllegalArgumentException when the topics differ or there are none
     */
    public Difference compare(
            Map<String, Double> first, Map<String, Double> second, UnaryOperator<String> cluster, Chance chance) {
        if (!first.keySet().equals(second.keySet())) {
            throw new IllegalArgumentException("a paired comparison needs the same topics on both sides");
        }
        SortedMap<String, Double> differences = new TreeMap<>();
        first.forEach((topic, value) -> differences.put(topic, second.getOrDefault(topic, 0.0) - value));
        Clusters clusters = Clusters.of(differences, cluster);
        int better =
                (int) differences.values().stream().filter(value -> value > 0).count();
        int worse =
                (int) differences.values().stream().filter(value -> value < 0).count();
        return new Difference(
                clusters.mean(),
                bootstrap.interval(clusters.count(), clusters::mean, chance.stream("bootstrap")),
                probability(clusters, chance.stream("signs")),
                better,
                worse,
                differences.size() - better - worse);
    }

    private static double probability(Clusters clusters, Chance chance) {
        double observed = 0;
        double scale = 0;
        for (int i = 0; i < clusters.count(); i++) {
            observed += clusters.sum(i);
            scale += Math.abs(clusters.sum(i));
        }
        // sums in another order differ in the last bits; such a pattern is as far from 0 as what was observed
        double limit = Math.abs(observed) - 1e-12 * scale;
        return clusters.count() <= MOST_COUNTED ? counted(clusters, limit) : drawn(clusters, limit, chance);
    }

    private static double counted(Clusters clusters, double limit) {
        int patterns = 1 << clusters.count();
        int hits = 0;
        for (int pattern = 0; pattern < patterns; pattern++) {
            double sum = 0;
            for (int i = 0; i < clusters.count(); i++) {
                sum += (pattern >> i & 1) == 0 ? clusters.sum(i) : -clusters.sum(i);
            }
            hits += Math.abs(sum) >= limit ? 1 : 0;
        }
        return (double) hits / patterns;
    }

    private static double drawn(Clusters clusters, double limit, Chance chance) {
        RandomGenerator draws = chance.generator();
        int hits = 0;
        for (int draw = 0; draw < DRAWN; draw++) {
            double sum = 0;
            for (int i = 0; i < clusters.count(); i++) {
                sum += draws.nextBoolean() ? clusters.sum(i) : -clusters.sum(i);
            }
            hits += Math.abs(sum) >= limit ? 1 : 0;
        }
        return (hits + 1.0) / (DRAWN + 1.0);
    }
}
