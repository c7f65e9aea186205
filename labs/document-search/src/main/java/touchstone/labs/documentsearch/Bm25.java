package touchstone.labs.documentsearch;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Ranking by words alone: Okapi BM25 over title and body with k1 0.9 and b 0.4, words as they stand, no stemming, no stop
 * words. A yardstick for seeds, not a good search.
 *
 * <p>Source: S. Robertson and H. Zaragoza, "The probabilistic relevance framework: BM25 and beyond", Foundations and Trends in
 * Information Retrieval 3 (2009), with the idf of Lucene, {@code ln(1 + (N - n + 0.5) / (n + 0.5))}; the parameters are
 * Anserini's.
 */
final class Bm25 {

    private static final double K1 = 0.9;
    private static final double B = 0.4;

    /** A document by its id and all its text. */
    record Text(String id, String text) {}

    private record Counted(String id, Map<String, Integer> counts, int length) {}

    private final List<Counted> documents;
    private final Map<String, Integer> frequencies = new HashMap<>();
    private final double meanLength;

    Bm25(List<Text> texts) {
        documents = texts.stream().map(Bm25::count).toList();
        documents.forEach(
                document -> document.counts().keySet().forEach(word -> frequencies.merge(word, 1, Integer::sum)));
        meanLength = documents.stream().mapToInt(Counted::length).average().orElse(1);
    }

    private static Counted count(Text text) {
        List<String> words = Tokens.of(text.text());
        Map<String, Integer> counts = new HashMap<>();
        words.forEach(word -> counts.merge(word, 1, Integer::sum));
        return new Counted(text.id(), counts, words.size());
    }

    /** Ids of the best documents that share a word with the query, best first; ties by id. */
    List<String> rank(String query, int most) {
        record Hit(String id, double score) {}
        Set<String> words = new HashSet<>(Tokens.of(query));
        return documents.stream()
                .map(document -> new Hit(document.id(), score(words, document)))
                .filter(hit -> hit.score() > 0)
                .sorted(Comparator.comparingDouble(Hit::score).reversed().thenComparing(Hit::id))
                .limit(most)
                .map(Hit::id)
                .toList();
    }

    private double score(Set<String> words, Counted document) {
        double score = 0;
        double norm = K1 * (1 - B + B * document.length() / meanLength);
        for (String word : words) {
            int count = document.counts().getOrDefault(word, 0);
            if (count > 0) {
                int holding = frequencies.getOrDefault(word, 0);
                double rarity = Math.log(1 + (documents.size() - holding + 0.5) / (holding + 0.5));
                score += rarity * count / (count + norm);
            }
        }
        return score;
    }
}
