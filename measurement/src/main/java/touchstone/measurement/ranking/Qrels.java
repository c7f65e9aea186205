package touchstone.measurement.ranking;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The judgements of a test collection, by topic.
 *
 * @param topics by topic id, in the order of ids; at least one
 */
public record Qrels(SortedMap<String, Judgements> topics) {

    public Qrels {
        if (topics.isEmpty()) {
            throw new IllegalArgumentException("judgements need at least one topic");
        }
        topics = Collections.unmodifiableSortedMap(new TreeMap<>(topics));
    }

    /** From any map. */
    public static Qrels of(Map<String, Judgements> topics) {
        return new Qrels(new TreeMap<>(topics));
    }
}
