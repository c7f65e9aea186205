package touchstone.measurement.ranking;

import java.util.Map;
import java.util.function.UnaryOperator;
import touchstone.chance.Chance;
import touchstone.measurement.interval.ClusterBootstrap;
import touchstone.measurement.interval.Interval;

/**
 * The mean of a measure over topics, with the interval of {@link ClusterBootstrap}: how far it may lie from the mean over all
 * topics of this kind. Topics that share a cause (one document, one world) are one cluster and are drawn together.
 */
public final class TopicMean {

    private final ClusterBootstrap bootstrap;

    private TopicMean(ClusterBootstrap bootstrap) {
        this.bootstrap = bootstrap;
    }

    /** Confidence 0.95. */
    public static TopicMean withDefaults() {
        return new TopicMean(ClusterBootstrap.withDefaults());
    }

    /** The same with another bootstrap. */
    public TopicMean withBootstrap(ClusterBootstrap other) {
        return new TopicMean(other);
    }

    /**
     * A mean over topics.
     *
     * @param mean of the topics' values, each topic counting alike
     * @param interval of the mean; a single point when there is one cluster, which then says nothing
     * @param topics how many
     * @param clusters how many independent ones; under about ten the interval is too narrow
     */
    public record Estimate(double mean, Interval interval, int topics, int clusters) {}

    /** Every topic is a cluster of its own. */
    public Estimate estimate(Map<String, Double> values, Chance chance) {
        return estimate(values, topic -> topic, chance);
    }

    /**
     * The mean and its interval.
     *
     * @param values by topic, at least one
     * @param cluster of a topic, by name
     * @param chance source of the draws; same source, same interval
     */
    public Estimate estimate(Map<String, Double> values, UnaryOperator<String> cluster, Chance chance) {
        Clusters clusters = Clusters.of(values, cluster);
        return new Estimate(
                clusters.mean(),
                bootstrap.interval(clusters.count(), clusters::mean, chance),
                values.size(),
                clusters.count());
    }
}
