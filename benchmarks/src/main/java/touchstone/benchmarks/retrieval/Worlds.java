package touchstone.benchmarks.retrieval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import touchstone.measurement.ranking.Judgements;
import touchstone.measurement.ranking.Qrels;
import touchstone.worlds.Asked;
import touchstone.worlds.Document;
import touchstone.worlds.Question;
import touchstone.worlds.World;

/**
 * A fictional company as a corpus: its documents before the update, and the questions that they answer. A document is relevant
 * with grade 1 when it states at least one fact that the answer needs.
 */
final class Worlds {

    private Worlds() {}

    static Corpus of(long seed, int documents) {
        World world = World.generate(seed, documents);
        List<Corpus.Text> texts = world.documents().stream()
                .map(document -> new Corpus.Text(document.id(), document.title() + "\n" + document.body()))
                .toList();
        List<Corpus.Text> queries = new ArrayList<>();
        Map<String, Judgements> topics = new HashMap<>();
        Map<String, String> kinds = new HashMap<>();
        for (Question question : world.questions()) {
            Judgements relevant = relevant(question, world.documents());
            if (question.asked() != Asked.AFTER && relevant.relevant() > 0) {
                queries.add(new Corpus.Text(question.id(), question.text()));
                topics.put(question.id(), relevant);
                kinds.put(
                        question.id(),
                        question.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '));
            }
        }
        return new Corpus("World " + seed, texts, queries, Qrels.of(topics), kinds);
    }

    private static Judgements relevant(Question question, List<Document> documents) {
        Set<String> wanted = new HashSet<>(question.evidence().facts());
        Map<String, Integer> grades = new HashMap<>();
        for (Document document : documents) {
            if (document.spans().stream().anyMatch(span -> wanted.contains(span.fact()))) {
                grades.put(document.id(), 1);
            }
        }
        return Judgements.of(grades);
    }
}
