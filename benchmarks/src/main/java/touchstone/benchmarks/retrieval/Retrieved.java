package touchstone.benchmarks.retrieval;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import touchstone.chance.Chance;
import touchstone.embedding.SentenceModel;
import touchstone.measurement.ranking.Evaluation;
import touchstone.measurement.ranking.PairedComparison;
import touchstone.measurement.ranking.PairedComparison.Difference;
import touchstone.measurement.ranking.Ranking;
import touchstone.measurement.ranking.RankingMeasure;
import touchstone.measurement.ranking.Run;
import touchstone.measurement.ranking.TopicMean;
import touchstone.measurement.ranking.TopicMean.Estimate;

/** What three retrievers found on one corpus. */
record Retrieved(Corpus corpus, Map<String, Evaluation> systems) {

    static final List<String> SYSTEMS = List.of("BM25", "dense", "hybrid");

    private static final int DEPTH = 100;
    private static final Chance CHANCE = Chance.ofSeed(1).stream("corpus check");

    static Retrieved on(Corpus corpus, SentenceModel model) {
        Map<String, Evaluation> systems = new LinkedHashMap<>();
        try (Bm25 bm25 = Bm25.over(corpus.documents())) {
            Retriever dense = Dense.over(corpus.documents(), model);
            List<Retriever> retrievers = List.of(bm25, dense, new Hybrid(List.of(bm25, dense)));
            for (int i = 0; i < retrievers.size(); i++) {
                Retriever retriever = retrievers.get(i);
                Map<String, Ranking> rankings = new HashMap<>();
                corpus.queries().forEach(query -> rankings.put(query.id(), retriever.search(query.words(), DEPTH)));
                systems.put(SYSTEMS.get(i), Evaluation.of(corpus.qrels(), new Run(SYSTEMS.get(i), rankings)));
            }
        }
        return new Retrieved(corpus, systems);
    }

    Map<String, Double> values(String system, RankingMeasure measure) {
        return Objects.requireNonNull(systems.get(system)).values(measure);
    }

    Estimate mean(String system, RankingMeasure measure) {
        return TopicMean.withDefaults().estimate(values(system, measure), CHANCE);
    }

    /** {@code second} minus {@code first}. */
    Difference difference(String first, String second, RankingMeasure measure) {
        return PairedComparison.withDefaults().compare(values(first, measure), values(second, measure), CHANCE);
    }

    /** Values by query of one kind. */
    Map<String, Double> values(String system, RankingMeasure measure, String kind) {
        Map<String, Double> chosen = new TreeMap<>(values(system, measure));
        chosen.keySet().removeIf(query -> !kind.equals(corpus.kinds().get(query)));
        return chosen;
    }
}
