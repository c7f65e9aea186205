package touchstone.benchmarks.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import touchstone.measurement.interval.Quantile;
import touchstone.measurement.ranking.Judgements;

/** What a corpus looks like before anybody searches it. Words are stems without stop words. */
final class Shape {

    private static final int RUN = 8;

    private final Map<String, List<String>> documents = new LinkedHashMap<>();
    private final Map<String, List<String>> queries = new LinkedHashMap<>();
    private final Corpus corpus;

    Shape(Corpus corpus) {
        this.corpus = corpus;
        corpus.documents().forEach(text -> documents.put(text.id(), stems(text.words())));
        corpus.queries().forEach(text -> queries.put(text.id(), stems(text.words())));
    }

    private static List<String> stems(String text) {
        List<String> stems = new ArrayList<>();
        try (Analyzer analyzer = new EnglishAnalyzer();
                TokenStream tokens = analyzer.tokenStream("words", text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                stems.add(term.toString());
            }
            tokens.end();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return stems;
    }

    /** Words of a document at this quantile, 0 to 1. */
    double documentWords(double quantile) {
        return Quantile.of(documents.values().stream().mapToDouble(List::size).toArray(), quantile);
    }

    double queryWords() {
        return queries.values().stream().mapToInt(List::size).average().orElseThrow();
    }

    double relevantDocuments() {
        return corpus.qrels().topics().values().stream()
                .mapToInt(Judgements::relevant)
                .average()
                .orElseThrow();
    }

    /** Different words among the corpus's first 50,000, or among all where it has fewer, for each 1,000 words. */
    double differentWordsPerThousand() {
        Set<String> different = new HashSet<>();
        int seen = 0;
        for (List<String> words : documents.values()) {
            for (String word : words) {
                if (seen < 50_000) {
                    different.add(word);
                    seen++;
                }
            }
        }
        return 1_000.0 * different.size() / seen;
    }

    /** Share of all runs of eight words that also stand in another document: 0 for texts that share no wording. */
    double repeated() {
        Map<List<String>, Set<String>> places = new HashMap<>();
        documents.forEach((id, words) -> runs(words)
                .forEach(
                        run -> places.computeIfAbsent(run, _ -> new HashSet<>()).add(id)));
        long all = 0;
        long shared = 0;
        for (List<String> words : documents.values()) {
            for (List<String> run : runs(words)) {
                all++;
                shared += places.getOrDefault(run, Set.of()).size() > 1 ? 1 : 0;
            }
        }
        return all == 0 ? 0 : (double) shared / all;
    }

    private static List<List<String>> runs(List<String> words) {
        List<List<String>> runs = new ArrayList<>();
        for (int i = 0; i + RUN <= words.size(); i++) {
            runs.add(words.subList(i, i + RUN));
        }
        return runs;
    }

    /** Share of a query's words that its best relevant document holds, averaged over queries. */
    double overlap() {
        double sum = 0;
        for (Corpus.Text query : corpus.queries()) {
            Judgements judgements =
                    Objects.requireNonNull(corpus.qrels().topics().get(query.id()));
            Set<String> wanted = new HashSet<>(Objects.requireNonNull(queries.get(query.id())));
            double best = 0;
            for (Map.Entry<String, List<String>> document : documents.entrySet()) {
                if (judgements.grade(document.getKey()) > 0 && !wanted.isEmpty()) {
                    Set<String> common = new HashSet<>(wanted);
                    common.retainAll(new HashSet<>(document.getValue()));
                    best = Math.max(best, (double) common.size() / wanted.size());
                }
            }
            sum += best;
        }
        return sum / corpus.queries().size();
    }
}
