package touchstone.worlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import touchstone.worlds.facts.Sizes;

class WorldTests {

    private static final World WORLD = World.generate(7, 200);

    @Test
    void makesTheSameWorldTwice() {
        assertThat(World.generate(7, 200)).isEqualTo(WORLD);
    }

    @Test
    void statesEachFactsValueInItsSpan() {
        Map<String, Fact> facts = new HashMap<>();
        WORLD.facts().forEach(fact -> facts.put(fact.id(), fact));
        int spans = 0;
        for (Document document : WORLD.documents()) {
            for (Span span : document.spans()) {
                Fact fact = facts.get(span.fact());
                assertThat(fact).as(span.fact()).isNotNull();
                assertThat(span.of(document.body())).isNotBlank();
                spans++;
            }
        }
        assertThat(spans).isGreaterThan(200);
    }

    @Test
    void countsTheSameInEverySeed() {
        for (int documents : new int[] {50, 200, 800}) {
            Map<Kind, Integer> kinds = null;
            for (long seed : new long[] {1, 2, 3, -9}) {
                World world = World.generate(seed, documents);
                Map<Kind, Integer> now = new EnumMap<>(Kind.class);
                world.questions().forEach(question -> now.merge(question.kind(), 1, Integer::sum));
                kinds = kinds == null ? now : kinds;
                assertThat(now).isEqualTo(kinds).hasSize(Kind.values().length);
                assertThat(world.documents()).hasSize(documents);
                assertThat(world.changes()).hasSize(documents / 10);
            }
        }
    }

    @Test
    void bearsNoRightAnswerAmongTheWrongOnes() {
        for (Question question : WORLD.questions()) {
            assertThat(question.answer().wrong()).as(question.text()).hasSizeGreaterThanOrEqualTo(3);
            for (String wrong : question.answer().wrong()) {
                boolean right = !question.answer().nuggets().isEmpty()
                        && question.answer().nuggets().stream()
                                .allMatch(forms -> forms.stream()
                                        .anyMatch(form -> wrong.toLowerCase(Locale.ROOT)
                                                .contains(form.toLowerCase(Locale.ROOT))));
                assertThat(right).as(question.text() + " / " + wrong).isFalse();
            }
        }
    }

    @Test
    void restsEveryAnswerOnWhatIsStated() {
        Set<String> before = new HashSet<>();
        WORLD.documents().forEach(document -> document.spans().forEach(span -> before.add(span.fact())));
        Set<String> changed = new HashSet<>();
        for (Change change : WORLD.changes()) {
            if (change instanceof Change.Upsert upsert) {
                upsert.document().spans().forEach(span -> changed.add(span.fact()));
            }
        }
        for (Question question : WORLD.questions()) {
            for (String fact : question.evidence().facts()) {
                assertThat(before.contains(fact) || (question.asked() == Asked.AFTER && changed.contains(fact)))
                        .as(question.text())
                        .isTrue();
            }
        }
    }

    @Test
    void refusesSizesThatItCannotFill() {
        assertThatThrownBy(() -> World.generate(1, 49)).hasMessageContaining("50 to 20000");
        assertThat(Arrays.stream(Genre.values())).hasSize(8);
    }

    @Test
    void asksEachTextOnce() {
        Set<String> texts = new HashSet<>();
        for (Question question : WORLD.questions()) {
            assertThat(texts.add(question.text())).as(question.text()).isTrue();
            assertThat(question.paraphrases()).allMatch(texts::add);
        }
    }

    @Test
    void asksAboutAQuarterAfterTheUpdate() {
        for (int documents : new int[] {200, 800}) {
            long after = World.generate(5, documents).questions().stream()
                    .filter(question -> question.asked() == Asked.AFTER)
                    .count();
            assertThat((double) after / new Sizes(documents).questions()).isBetween(0.18, 0.32);
        }
    }
}
