package touchstone.measurement.ranking;

import java.util.Map;

/**
 * What one system returned, by topic.
 *
 * @param name how the system is called
 * @param topics the ranking of each topic that it answered
 */
public record Run(String name, Map<String, Ranking> topics) {

    public Run {
        topics = Map.copyOf(topics);
    }
}
