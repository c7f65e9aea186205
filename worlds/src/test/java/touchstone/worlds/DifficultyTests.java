package touchstone.worlds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** How far words alone lead: BM25 over six worlds of 800 documents, two of each industry or more. */
class DifficultyTests {

    private static final List<World> WORLDS = LongStream.rangeClosed(1, 6)
            .mapToObj(seed -> World.generate(seed, 800))
            .toList();

    private static Map<Kind, Double> ndcg(int characters) {
        Map<Kind, Double> sums = new EnumMap<>(Kind.class);
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        for (World world : WORLDS) {
            List<Document> updated = Bm25.updated(world);
            Bm25 before = Bm25.over(world.documents(), characters);
            Bm25 after = Bm25.over(updated, characters);
            for (Question question : world.questions()) {
                if (question.answerable()) {
                    boolean late = question.asked() == Asked.AFTER;
                    Set<String> relevant = Bm25.relevant(question, late ? updated : world.documents());
                    assertThat(relevant).as(question.text()).isNotEmpty();
                    sums.merge(
                            question.kind(),
                            Bm25.ndcg((late ? after : before).ranked(question.text()), relevant),
                            Double::sum);
                    counts.merge(question.kind(), 1, Integer::sum);
                }
            }
        }
        Map<Kind, Double> means = new EnumMap<>(Kind.class);
        sums.forEach((kind, sum) -> means.put(kind, sum / counts.getOrDefault(kind, 1)));
        return means;
    }

    private static double mean(Map<Kind, Double> kinds) {
        return kinds.values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
    }

    @Test
    void wordsFindCodesAndMissParaphrases() {
        Map<Kind, Double> found = ndcg(Integer.MAX_VALUE);
        assertThat(mean(found)).isBetween(0.42, 0.7);
        assertThat(found.get(Kind.CODE)).isGreaterThan(0.65);
        assertThat(found.get(Kind.PARAPHRASE)).isBetween(0.15, 0.5);
        assertThat(found.values()).allSatisfy(value -> assertThat(value).isBetween(0.1, 0.97));
    }

    @Test
    void theFirst500CharactersAreNotEnough() {
        assertThat(mean(ndcg(500))).isLessThan(mean(ndcg(Integer.MAX_VALUE)) - 0.1);
    }

    @Test
    void surroundsEvidenceWithNeighbours() {
        for (World world : WORLDS) {
            Map<String, Fact> facts = new HashMap<>();
            world.facts().forEach(fact -> facts.put(fact.id(), fact));
            Map<String, Set<String>> subjects = new HashMap<>();
            for (Document document : world.documents()) {
                for (Span span : document.spans()) {
                    Fact fact = Objects.requireNonNull(facts.get(span.fact()));
                    subjects.computeIfAbsent(fact.relation(), _ -> new HashSet<>())
                            .add(fact.subject());
                }
            }
            for (Question question : world.questions()) {
                for (String id : question.evidence().facts()) {
                    Fact fact = Objects.requireNonNull(facts.get(id));
                    assertThat(subjects.get(fact.relation()))
                            .as("others of which the documents say the same as " + fact)
                            .hasSizeGreaterThanOrEqualTo(6);
                }
            }
        }
    }
}
