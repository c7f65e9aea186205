package touchstone.worlds;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** BM25 over whole documents with k1 .9 and b .4 (Robertson and Zaragoza, 2009), and nDCG of its first ten. */
final class Bm25 {

    private static final double K1 = 0.9;
    private static final double B = 0.4;
    private static final Set<String> STOP = Set.of(
            "a an and are as at be but by for if in into is it no not of on or such that the their then there these"
                    .split(" ", -1));

    private final List<String> ids = new ArrayList<>();
    private final List<Integer> lengths = new ArrayList<>();
    private final Map<String, Map<Integer, Integer>> postings = new HashMap<>();
    private double average;

    static Bm25 over(List<Document> documents, int characters) {
        Bm25 index = new Bm25();
        for (Document document : documents) {
            String body = document.body();
            String text = document.title() + "\n" + body.substring(0, Math.min(characters, body.length()));
            List<String> words = words(text);
            words.forEach(word -> index.postings
                    .computeIfAbsent(word, _ -> new HashMap<>())
                    .merge(index.ids.size(), 1, Integer::sum));
            index.ids.add(document.id());
            index.lengths.add(words.size());
        }
        index.average =
                index.lengths.stream().mapToInt(Integer::intValue).average().orElse(1);
        return index;
    }

    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
            if (!word.isEmpty() && !STOP.contains(word)) {
                boolean plural = word.length() > 3 && word.endsWith("s") && !word.endsWith("ss");
                words.add(plural ? word.substring(0, word.length() - 1) : word);
            }
        }
        return words;
    }

    List<String> ranked(String query) {
        Map<Integer, Double> scores = new HashMap<>();
        for (String word : new HashSet<>(words(query))) {
            Map<Integer, Integer> found = postings.getOrDefault(word, Map.of());
            double weight = Math.log(1 + (ids.size() - found.size() + 0.5) / (found.size() + 0.5));
            found.forEach((document, count) -> {
                double norm = K1 * (1 - B + (B * lengths.get(document) / average));
                scores.merge(document, weight * count / (count + norm), Double::sum);
            });
        }
        return scores.entrySet().stream()
                .sorted(Map.Entry.<Integer, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(100)
                .map(entry -> ids.get(entry.getKey()))
                .toList();
    }

    /** Relevant is what states a fact of the evidence. */
    static double ndcg(List<String> ranked, Set<String> relevant) {
        double gained = 0;
        double best = 0;
        for (int i = 0; i < 10; i++) {
            double discount = Math.log(2) / Math.log(i + 2.0);
            gained += i < ranked.size() && relevant.contains(ranked.get(i)) ? discount : 0;
            best += i < relevant.size() ? discount : 0;
        }
        return gained / best;
    }

    /** Ids of the documents that state a fact that the question needs. */
    static Set<String> relevant(Question question, List<Document> documents) {
        Set<String> relevant = new HashSet<>();
        for (Document document : documents) {
            if (document.spans().stream()
                    .anyMatch(span -> question.evidence().facts().contains(span.fact()))) {
                relevant.add(document.id());
            }
        }
        return relevant;
    }

    /** The corpus after the update, poisons included. */
    static List<Document> updated(World world) {
        Map<String, Document> documents = new HashMap<>();
        world.documents().forEach(document -> documents.put(document.id(), document));
        for (Change change : world.changes()) {
            switch (change) {
                case Change.Upsert upsert -> documents.put(upsert.document().id(), upsert.document());
                case Change.Delete delete -> documents.remove(delete.document());
            }
        }
        world.poisons().forEach(poison -> documents.put(poison.document().id(), poison.document()));
        return documents.values().stream()
                .sorted(Comparator.comparing(Document::id))
                .toList();
    }
}
