import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Words and meaning together: BM25 and dense retrieval are fused by reciprocal rank. The fused list is ranked again by
 * features that cost nothing: whether a statement is about what the question names, how much of its other words it covers, how
 * near it is in meaning, how unusual its phrasing is, and how new it is.
 */
final class Retriever {

    private static final int WORDS_DEPTH = 150;
    private static final Duration QUERY_TIME = Duration.ofMillis(900);
    private static final double FUSION = 5;
    private static final double NEAR = 3;
    private static final double COVERAGE = 1.5;
    private static final double ENTITY = 4;
    private static final double SHORT = 0.9;
    private static final double UNUSUAL = 1;
    private static final double MEANING = 1;
    private static final double WORDS = 1;
    private static final int CANDIDATES = 20;
    private static final int BRIDGE_DEPTH = 60;
    private static final double RECENT = 0.1;
    private static final double COMMON = 0.12;
    private static final double WHOLE = 0.2;
    private static final double NAMED = 10;
    private static final int WHOLE_DEPTH = 30;
    private static final int BRIDGES = 4;
    private static final int BRIDGED = 12;
    private static final double BRIDGE = 3;

    /** What {@link Hit#about} says of a statement that is about a name that another statement brought in. */
    static final int SECOND_HOP = -2;

    /** @param about number of the question's entity that it is about; -1 for none */
    record Hit(Statement statement, double score, int about) {}

    record Found(String document, double score) {}

    private static final Comparator<Hit> BEST_FIRST = Comparator.comparingDouble(Hit::score)
            .reversed()
            .thenComparing(hit -> hit.statement().key());

    private final Corpus corpus;

    Retriever(Corpus corpus) {
        this.corpus = corpus;
    }

    /** The best statements, best first. */
    List<Hit> statements(String text) throws IOException, InterruptedException {
        Query query = Query.of(text, corpus.lexical);
        List<Hit> words = byWords(query);
        List<Hit> bridged = bridged(query, words.subList(0, Math.min(BRIDGE_DEPTH, words.size())));
        Map<String, Hit> candidates = new LinkedHashMap<>();
        words.stream().limit(CANDIDATES).forEach(hit -> candidates.put(hit.statement().key(), hit));
        bridged.forEach(hit -> candidates.putIfAbsent(hit.statement().key(), hit));
        List<Hit> all = byMeaningToo(query, List.copyOf(candidates.values()));
        return query.entities().size() > 1 ? inTurns(all, query.entities().size()) : all;
    }

    /** By BM25 and what can be seen in the words alone. */
    private List<Hit> byWords(Query query) throws IOException {
        List<Lexical.Hit> found = corpus.lexical.search(query.text(), WORDS_DEPTH);
        List<Hit> hits = new ArrayList<>();
        for (Lexical.Hit hit : found) {
            double share = hit.score() / found.getFirst().score();
            corpus.statement(hit.key()).ifPresent(statement -> {
                int about = query.about(statement);
                int inShort = about >= 0 ? about : query.aboutInShort(statement);
                double entity = about >= 0 ? ENTITY : inShort >= 0 ? SHORT * ENTITY : 0;
                double score = WORDS * share + entity + features(query, statement);
                hits.add(new Hit(statement, score, inShort));
            });
        }
        hits.sort(BEST_FIRST);
        return hits;
    }

    private double features(Query query, Statement statement) {
        Set<String> terms = new HashSet<>(corpus.lexical.terms(statement.whole()));
        return COVERAGE * query.coverage(terms)
                + UNUSUAL * unusual(statement)
                + RECENT * corpus.recency(statement.document());
    }

    /** Reciprocal rank fusion of the ranking so far and the one by meaning, and how near each is. */
    private List<Hit> byMeaningToo(Query query, List<Hit> candidates) throws IOException, InterruptedException {
        List<String> texts =
                candidates.stream().map(hit -> hit.statement().whole()).toList();
        List<Double> near = corpus.vectors.similarities(query.text(), texts, QUERY_TIME);
        List<Integer> order = IntStream.range(0, candidates.size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -near.get(i)))
                .toList();
        List<Hit> hits = new ArrayList<>();
        for (int rank = 0; rank < order.size(); rank++) {
            Hit hit = candidates.get(order.get(rank));
            double fused = near.get(order.get(rank)) == 0 ? 0 : FUSION / (FUSION + rank);
            double score = hit.score() + MEANING * fused + NEAR * near.get(order.get(rank));
            hits.add(new Hit(hit.statement(), score, hit.about()));
        }
        hits.sort(BEST_FIRST);
        return hits;
    }

    /**
     * The second hop: what is said about the names that the best statements bring in. "Who leads the team that owns the
     * portal?" finds the team, and only then who leads it.
     */
    private List<Hit> bridged(Query query, List<Hit> direct) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        direct.stream()
                .filter(hit -> hit.about() >= 0 && !hit.statement().isRow())
                .limit(BRIDGES)
                .forEach(hit -> names.addAll(Query.names(hit.statement().text())));
        names.removeIf(query::mentions);
        List<Hit> hits = new ArrayList<>();
        for (String name : names) {
            List<Hit> about = new ArrayList<>();
            String wanted = name.toLowerCase(Locale.ROOT);
            for (Lexical.Hit found : corpus.lexical.search(name, BRIDGE_DEPTH)) {
                corpus.statement(found.key())
                        .filter(statement -> statement.text().toLowerCase(Locale.ROOT).contains(wanted))
                        .ifPresent(statement ->
                                about.add(new Hit(statement, BRIDGE + features(query, statement), SECOND_HOP)));
            }
            about.sort(BEST_FIRST);
            hits.addAll(about.subList(0, Math.min(BRIDGED, about.size())));
        }
        return hits;
    }

    /** A question about several things gets the best of each in turn. */
    private static List<Hit> inTurns(List<Hit> hits, int entities) {
        List<List<Hit>> queues = new ArrayList<>();
        for (int i = 0; i <= entities; i++) {
            queues.add(new ArrayList<>());
        }
        hits.forEach(hit -> queues.get(hit.about() < 0 ? entities : hit.about()).add(hit));
        List<Hit> order = new ArrayList<>();
        for (int rank = 0; order.size() < hits.size() - queues.get(entities).size(); rank++) {
            for (List<Hit> queue : queues.subList(0, entities)) {
                if (rank < queue.size()) {
                    order.add(queue.get(rank));
                }
            }
        }
        order.addAll(queues.get(entities));
        List<Hit> even = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            even.add(new Hit(order.get(i).statement(), hits.get(i).score(), order.get(i).about()));
        }
        return even;
    }

    /** The best documents, best first: by their best statement, and by the whole where the query names its title. */
    List<Found> documents(String text, int k) throws IOException, InterruptedException {
        Map<String, Double> scores = new LinkedHashMap<>();
        statements(text).forEach(hit -> scores.putIfAbsent(hit.statement().document().id(), hit.score()));
        Set<String> asked = new HashSet<>(corpus.lexical.terms(text));
        List<Lexical.Hit> whole = corpus.lexical.documents(text, WHOLE_DEPTH);
        for (Lexical.Hit hit : whole) {
            boolean named = corpus.document(hit.key())
                    .map(document -> asked.containsAll(corpus.lexical.terms(document.title())))
                    .orElse(false);
            double share = hit.score() / whole.getFirst().score();
            scores.merge(hit.key(), (named ? NAMED : WHOLE) * share, Double::sum);
        }
        List<Found> found = new ArrayList<>();
        scores.forEach((id, score) -> corpus.document(id).ifPresent(document -> found.add(new Found(id, score))));
        found.sort(Comparator.comparingDouble(Found::score).reversed().thenComparing(Found::document));
        return found.subList(0, Math.min(k, found.size()));
    }

    /** 1 for a phrasing of its own, towards 0 for one that stands in many documents. */
    private double unusual(Statement statement) {
        return COMMON / (COMMON + corpus.phrasing.share(statement));
    }
}
