package touchstone.benchmarks.retrieval;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import touchstone.measurement.ranking.Ranking;
import touchstone.measurement.ranking.Scored;

/**
 * Reciprocal rank fusion: a document's score is the sum of {@code 1 / (60 + rank)} over the retrievers' first 100 results.
 *
 * <p>Source: G. V. Cormack, C. L. A. Clarke and S. Büttcher, "Reciprocal rank fusion outperforms Condorcet and individual rank
 * learning methods", SIGIR 2009.
 */
record Hybrid(List<Retriever> parts) implements Retriever {

    private static final int DEPTH = 100;
    private static final double K = 60;

    @Override
    public Ranking search(String query, int count) {
        Map<String, Double> scores = new LinkedHashMap<>();
        for (Retriever part : parts) {
            List<String> found = part.search(query, DEPTH).documents();
            for (int i = 0; i < found.size(); i++) {
                scores.merge(found.get(i), 1 / (K + i + 1), Double::sum);
            }
        }
        List<String> ranked = Ranking.byScore(scores.entrySet().stream()
                        .map(entry -> new Scored(entry.getKey(), entry.getValue()))
                        .toList())
                .documents();
        return new Ranking(ranked.subList(0, Math.min(count, ranked.size())));
    }
}
