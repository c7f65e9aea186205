import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Words and meaning together: BM25 and dense retrieval are fused by reciprocal rank, then ranked again by how much of the
 * question's rare words and codes a passage covers. Of near duplicates the newest goes first.
 */
final class Retriever {

    private static final int DEPTH = 60;
    private static final double FUSION = 60;
    private static final double COVERAGE = 1.0;
    private static final double MORE_PASSAGES = 0.1;
    private static final double ALIKE = 0.5;
    private static final Duration QUERY_TIME = Duration.ofMillis(900);

    record Hit(Passage passage, double score) {}

    record Found(String document, double score) {}

    private final Corpus corpus;

    Retriever(Corpus corpus) {
        this.corpus = corpus;
    }

    /** The best passages, best first. */
    List<Hit> passages(String query) throws IOException, InterruptedException {
        List<String> words = corpus.lexical.search(query, DEPTH);
        List<String> meaning = corpus.vectors.search(query, DEPTH, QUERY_TIME).stream()
                .map(Vectors.Near::key)
                .toList();
        Map<String, Double> fused = new HashMap<>();
        for (List<String> ranking : List.of(words, meaning)) {
            for (int rank = 0; rank < ranking.size(); rank++) {
                fused.merge(ranking.get(rank), FUSION / (FUSION + rank + 1), Double::sum);
            }
        }
        Map<String, Double> weights = weights(query);
        List<Hit> hits = new ArrayList<>();
        for (Map.Entry<String, Double> entry : fused.entrySet()) {
            corpus.passage(entry.getKey())
                    .ifPresent(passage ->
                            hits.add(new Hit(passage, entry.getValue() + COVERAGE * coverage(passage, weights))));
        }
        hits.sort(Comparator.comparingDouble(Hit::score)
                .reversed()
                .thenComparing(hit -> hit.passage().key()));
        return hits;
    }

    /** The best documents, best first. */
    List<Found> documents(String query, int k) throws IOException, InterruptedException {
        Map<String, Double> scores = new LinkedHashMap<>();
        Map<String, Passage> best = new HashMap<>();
        for (Hit hit : passages(query)) {
            String id = hit.passage().document().id();
            scores.merge(id, hit.score(), (first, more) -> first + MORE_PASSAGES * more);
            best.putIfAbsent(id, hit.passage());
        }
        List<Found> found = new ArrayList<>();
        scores.forEach((id, score) -> found.add(new Found(id, score)));
        found.sort(Comparator.comparingDouble(Found::score).reversed().thenComparing(Found::document));
        return newestFirst(found, best).subList(0, Math.min(k, found.size()));
    }

    /** Swaps near duplicates so that the newer version takes the better place. */
    private List<Found> newestFirst(List<Found> found, Map<String, Passage> best) {
        List<Found> order = new ArrayList<>(found);
        int depth = Math.min(20, order.size());
        for (int i = 0; i < depth; i++) {
            for (int j = i + 1; j < depth; j++) {
                Found upper = order.get(i);
                Found lower = order.get(j);
                Passage above = best.get(upper.document());
                Passage below = best.get(lower.document());
                if (isNewer(below, above) && alike(below, above) >= ALIKE) {
                    order.set(i, new Found(lower.document(), upper.score()));
                    order.set(j, new Found(upper.document(), lower.score()));
                }
            }
        }
        return order;
    }

    static boolean isNewer(Passage one, Passage other) {
        return one.document().updatedAt().compareTo(other.document().updatedAt()) > 0;
    }

    /** Share of common word triples, from 0 to 1: the Jaccard index. */
    double alike(Passage one, Passage other) {
        Set<String> first = triples(one);
        Set<String> second = triples(other);
        Set<String> both = new HashSet<>(first);
        both.retainAll(second);
        int either = first.size() + second.size() - both.size();
        return either == 0 ? 0 : (double) both.size() / either;
    }

    private Set<String> triples(Passage passage) {
        List<String> terms = corpus.lexical.terms(passage.text());
        Set<String> triples = new HashSet<>();
        for (int i = 0; i + 2 < terms.size(); i++) {
            triples.add(terms.get(i) + " " + terms.get(i + 1) + " " + terms.get(i + 2));
        }
        return triples;
    }

    /** What each word of a question counts: rare words much, common ones little. */
    Map<String, Double> weights(String query) throws IOException {
        Map<String, Double> weights = new HashMap<>();
        for (String term : corpus.lexical.terms(query)) {
            weights.put(term, corpus.lexical.rarity(term));
        }
        return weights;
    }

    /** The weighted share of the question's words that stand in the passage. */
    double coverage(Passage passage, Map<String, Double> weights) {
        Set<String> there = new HashSet<>(corpus.lexical.terms(passage.inContext()));
        double covered = 0;
        double all = 1e-9;
        for (Map.Entry<String, Double> weight : weights.entrySet()) {
            all += weight.getValue();
            covered += there.contains(weight.getKey()) ? weight.getValue() : 0;
        }
        return covered / all;
    }
}
