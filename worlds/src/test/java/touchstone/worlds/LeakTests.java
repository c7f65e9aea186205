package touchstone.worlds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What is on the outside of a document says nothing about its part. The measure is the area under the ROC curve over
 * five worlds of 800 documents; .5 is chance. Tolerance .05 for evidence (about 1,200 documents against 2,800; the
 * standard error is .01), .1 for poisons (100 against 4,000; .03) and superseded documents.
 */
class LeakTests {

    private static final List<World> WORLDS = List.of(1L, 2L, 3L, 4L, 5L).stream()
            .map(seed -> World.generate(seed, 800))
            .toList();

    private record Seen(Document document, int order, double rarity) {}

    private static final Map<World, List<Seen>> SEEN =
            WORLDS.stream().collect(Collectors.toMap(world -> world, LeakTests::seen));

    private static double area(Map<World, Set<String>> marked, ToDoubleFunction<Seen> feature) {
        List<Double> inside = new ArrayList<>();
        List<Double> outside = new ArrayList<>();
        for (World world : WORLDS) {
            Set<String> ids = marked.getOrDefault(world, Set.of());
            for (Seen seen : SEEN.getOrDefault(world, List.of())) {
                (ids.contains(seen.document().id()) ? inside : outside).add(feature.applyAsDouble(seen));
            }
        }
        assertThat(inside).hasSizeGreaterThan(50);
        return area(inside, outside);
    }

    private static double area(List<Double> inside, List<Double> outside) {
        double above = 0;
        for (double one : inside) {
            for (double other : outside) {
                above += one > other ? 1 : one == other ? 0.5 : 0;
            }
        }
        return above / inside.size() / outside.size();
    }

    /** The share of words that stand in no other document is the rarity. */
    private static List<Seen> seen(World world) {
        Map<String, Integer> spread = new HashMap<>();
        List<Document> all = new ArrayList<>(world.documents());
        world.poisons().forEach(poison -> all.add(poison.document()));
        for (Document document : all) {
            new HashSet<>(Bm25.words(document.body())).forEach(word -> spread.merge(word, 1, Integer::sum));
        }
        List<Seen> seen = new ArrayList<>();
        for (Document document : all) {
            List<String> words = Bm25.words(document.body());
            long rare = words.stream()
                    .filter(word -> spread.getOrDefault(word, 0) == 1)
                    .count();
            seen.add(new Seen(document, seen.size(), (double) rare / words.size()));
        }
        return seen;
    }

    private static Map<World, Set<String>> marked(Predicate2 part) {
        Map<World, Set<String>> marked = new HashMap<>();
        for (World world : WORLDS) {
            Set<String> ids = new HashSet<>();
            for (Document document : world.documents()) {
                if (part.holds(world, document)) {
                    ids.add(document.id());
                }
            }
            marked.put(world, ids);
        }
        return marked;
    }

    private interface Predicate2 {
        boolean holds(World world, Document document);
    }

    private static Set<String> facts(World world, Predicate<Fact> wanted) {
        Set<String> ids = new HashSet<>();
        world.facts().stream().filter(wanted).forEach(fact -> ids.add(fact.id()));
        return ids;
    }

    private static boolean states(Document document, Set<String> facts) {
        return document.spans().stream().anyMatch(span -> facts.contains(span.fact()));
    }

    @Test
    void evidenceLooksLikeTheRest() {
        Map<World, Set<String>> needed = new HashMap<>();
        for (World world : WORLDS) {
            Set<String> facts = new HashSet<>();
            world.questions()
                    .forEach(question -> facts.addAll(question.evidence().facts()));
            needed.put(world, facts);
        }
        Map<World, Set<String>> evidence =
                marked((world, document) -> states(document, needed.getOrDefault(world, Set.of())));
        for (ToDoubleFunction<Seen> feature : features()) {
            assertThat(area(evidence, feature)).isBetween(0.45, 0.55);
        }
    }

    @Test
    void supersededDocumentsLookLikeTheRest() {
        Map<World, Set<String>> old = new HashMap<>();
        for (World world : WORLDS) {
            Set<String> corpus = new HashSet<>();
            world.documents().forEach(document -> document.spans().forEach(span -> corpus.add(span.fact())));
            old.put(
                    world,
                    facts(
                            world,
                            fact -> fact.supersededBy().filter(corpus::contains).isPresent()));
        }
        Map<World, Set<String>> superseded =
                marked((world, document) -> states(document, old.getOrDefault(world, Set.of())));
        for (ToDoubleFunction<Seen> feature : features()) {
            assertThat(area(superseded, feature)).isBetween(0.4, 0.6);
        }
    }

    @Test
    void poisonsLookLikeTheRest() {
        Map<World, Set<String>> poisons = new HashMap<>();
        for (World world : WORLDS) {
            Set<String> ids = new HashSet<>();
            world.poisons().forEach(poison -> ids.add(poison.document().id()));
            poisons.put(world, ids);
        }
        List<ToDoubleFunction<Seen>> features = features();
        for (ToDoubleFunction<Seen> feature : List.of(features.get(0), features.get(2), features.get(3))) {
            assertThat(area(poisons, feature)).isBetween(0.4, 0.6);
        }
    }

    /** Id, place in the corpus, length, date; poisons have no place in the corpus. */
    private static List<ToDoubleFunction<Seen>> features() {
        return List.of(
                seen -> seen.document().id().compareTo("d-h"),
                Seen::order,
                seen -> seen.document().body().length(),
                seen -> seen.document().updatedAt().getEpochSecond(),
                Seen::rarity);
    }
}
