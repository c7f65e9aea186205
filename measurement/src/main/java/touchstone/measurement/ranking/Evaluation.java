package touchstone.measurement.ranking;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A run looked at under the judgements: values per topic, and which topics did not match. */
public final class Evaluation {

    /** What a judged topic counts that the run does not answer. */
    public enum Missing {
        /**
         * It counts 0, as in {@code trec_eval -c}. The default: otherwise a run gains by leaving out what is hard, and two
         * runs are averaged over different topics.
         */
        COUNTS_ZERO,
        /** It is left out of the average, as trec_eval does without {@code -c}. */
        LEFT_OUT
    }

    private static final Ranking NOTHING = new Ranking(List.of());

    private final SortedMap<String, Judged> topics;
    private final List<String> missing;
    private final List<String> unjudged;

    private Evaluation(SortedMap<String, Judged> topics, List<String> missing, List<String> unjudged) {
        this.topics = topics;
        this.missing = missing;
        this.unjudged = unjudged;
    }

    /** A topic that the run does not answer counts 0. */
    public static Evaluation of(Qrels qrels, Run run) {
        return of(qrels, run, Missing.COUNTS_ZERO);
    }

    /** The same with another treatment of topics that the run does not answer. */
    public static Evaluation of(Qrels qrels, Run run, Missing treatment) {
        SortedMap<String, Judged> topics = new TreeMap<>();
        qrels.topics().forEach((topic, judgements) -> {
            if (run.topics().containsKey(topic) || treatment == Missing.COUNTS_ZERO) {
                topics.put(topic, Judged.of(run.topics().getOrDefault(topic, NOTHING), judgements));
            }
        });
        return new Evaluation(
                topics,
                qrels.topics().keySet().stream()
                        .filter(topic -> !run.topics().containsKey(topic))
                        .toList(),
                run.topics().keySet().stream()
                        .filter(topic -> !qrels.topics().containsKey(topic))
                        .sorted()
                        .toList());
    }

    /** The measure's value for every topic that counts, in the order of topic ids; empty when none counts. */
    public SortedMap<String, Double> values(RankingMeasure measure) {
        SortedMap<String, Double> values = new TreeMap<>();
        topics.forEach((topic, judged) -> values.put(topic, measure.of(judged)));
        return Collections.unmodifiableSortedMap(values);
    }

    /** Judged topics that the run does not answer. */
    public List<String> missing() {
        return missing;
    }

    /** Topics of the run without judgements; they count nowhere. */
    public List<String> unjudged() {
        return unjudged;
    }

    /** Topics that count although no document is relevant for them; every measure gives them 0. */
    public List<String> hopeless() {
        return topics.entrySet().stream()
                .filter(topic -> topic.getValue().relevant() == 0)
                .map(Map.Entry::getKey)
                .toList();
    }
}
