package touchstone.platform.debrief;

import static org.assertj.core.api.Assertions.assertThat;
import static touchstone.platform.debrief.Cards.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import touchstone.catalogue.content.DecisionRule;
import touchstone.catalogue.content.DecisionRule.Unobserved;
import touchstone.platform.hiring.FrozenPlan;
import touchstone.platform.interview.Interview.Seat.Capacity;
import touchstone.platform.interview.Scorecard;

/** What holds for any ratings: 400 seeded panels each. */
class RulePropertyTests {

    private static final int PANELS = 400;
    private static final List<Unobserved> UNOBSERVED = List.of(Unobserved.values());

    private record Panel(FrozenPlan plan, List<Map<String, Integer>> ratings, Optional<Double> lab, int vetoes) {

        List<Scorecard> cards() {
            List<Scorecard> cards = new ArrayList<>();
            for (int i = 0; i < ratings.size(); i++) {
                cards.add(Cards.card(i + 1, Capacity.INTERVIEWER, ratings.get(i)));
            }
            return cards;
        }

        Numbers numbers(List<Scorecard> cards) {
            return Numbers.of(plan, cards, Collections.nCopies(vetoes, new UUID(9, 9)), lab, Optional.empty());
        }
    }

    private static Panel panel(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, Integer> weights = new LinkedHashMap<>();
        for (int i = 0; i < random.nextInt(1, 7); i++) {
            weights.put("c" + i, random.nextInt(1, 6));
        }
        Unobserved unobserved = UNOBSERVED.get(random.nextInt(UNOBSERVED.size()));
        Optional<Integer> floor = random.nextBoolean() ? Optional.of(60) : Optional.empty();
        DecisionRule rule = new DecisionRule(
                random.nextInt(101),
                random.nextInt(2, 9) / 2.0,
                unobserved,
                random.nextBoolean(),
                floor,
                Optional.empty());
        List<Map<String, Integer>> ratings = new ArrayList<>();
        for (int i = 0; i < random.nextInt(5); i++) {
            Map<String, Integer> values = new LinkedHashMap<>();
            weights.keySet().forEach(id -> values.put(id, random.nextInt(6)));
            ratings.add(values);
        }
        Optional<Double> lab = random.nextBoolean() ? Optional.of((double) random.nextInt(101)) : Optional.empty();
        return new Panel(plan(rule, weights), ratings, lab, random.nextInt(5) == 0 ? 1 : 0);
    }

    @Test
    void raisingARatingNeverTurnsAPassIntoAFailure() {
        int raised = 0;
        for (int seed = 0; seed < PANELS; seed++) {
            Panel panel = panel(seed);
            Numbers before = panel.numbers(panel.cards());
            for (Map<String, Integer> values : panel.ratings()) {
                for (String competency : List.copyOf(values.keySet())) {
                    int value = values.getOrDefault(competency, 0);
                    if (value == 0 || value == 5) {
                        continue;
                    }
                    values.put(competency, value + 1);
                    Numbers after = panel.numbers(panel.cards());
                    values.put(competency, value);
                    raised++;
                    for (RuleResult was : before.levels()) {
                        assertThat(!was.passes() || after.at(was.level()).passes())
                                .as("seed %d, %s, %s", seed, competency, was.level())
                                .isTrue();
                    }
                }
            }
        }
        assertThat(raised).isGreaterThan(PANELS);
    }

    @Test
    void theOrderOfScorecardsDoesNotMatter() {
        for (int seed = 0; seed < PANELS; seed++) {
            Panel panel = panel(seed);
            assertThat(panel.numbers(panel.cards().reversed())).isEqualTo(panel.numbers(panel.cards()));
            assertThat(Matrix.of(panel.plan(), panel.cards().reversed(), List.of()))
                    .isEqualTo(Matrix.of(panel.plan(), panel.cards(), List.of()));
        }
    }

    @Test
    void shadowsChangeNothing() {
        for (int seed = 0; seed < PANELS; seed++) {
            Panel panel = panel(seed);
            List<Scorecard> more = new ArrayList<>(panel.cards());
            panel.ratings().forEach(values -> more.add(Cards.card(50, Capacity.SHADOW, values)));
            assertThat(panel.numbers(more)).isEqualTo(panel.numbers(panel.cards()));
            Matrix matrix = Matrix.of(panel.plan(), more, List.of());
            assertThat(matrix.columns())
                    .isEqualTo(Matrix.of(panel.plan(), panel.cards(), List.of()).columns());
            assertThat(matrix.practice()).isEqualTo(panel.ratings().size());
        }
    }

    @Test
    void aBarRaisersRatingsCountAsAnybodys() {
        for (int seed = 0; seed < PANELS; seed++) {
            Panel panel = panel(seed);
            List<Scorecard> raisers = new ArrayList<>();
            for (int i = 0; i < panel.ratings().size(); i++) {
                raisers.add(
                        Cards.card(i + 1, Capacity.BAR_RAISER, panel.ratings().get(i)));
            }
            assertThat(panel.numbers(raisers)).isEqualTo(panel.numbers(panel.cards()));
        }
    }

    /** Through the database's JSON and back. */
    @Test
    void recomputedNumbersEqualTheStoredOnes() {
        JsonMapper json = JsonMapper.builder().build();
        for (int seed = 0; seed < PANELS; seed++) {
            Panel panel = panel(seed);
            Numbers computed = panel.numbers(panel.cards());
            Numbers stored = json.readValue(json.writeValueAsString(computed), Numbers.class);
            assertThat(Recomputation.of(stored, panel.numbers(panel.cards())))
                    .isEqualTo(new Recomputation.Same(computed));
        }
    }

    @Test
    void namesWhatCameOutOtherwise() {
        int changed = 0;
        for (int seed = 0; seed < PANELS; seed++) {
            Panel panel = panel(seed);
            Numbers before = panel.numbers(panel.cards());
            for (Map<String, Integer> values : panel.ratings()) {
                values.compute("c0", (id, value) -> value == null || value == 5 ? 1 : value + 1);
                Recomputation again = Recomputation.of(before, panel.numbers(panel.cards()));
                assertThat(again).isInstanceOf(Recomputation.Different.class);
                assertThat(((Recomputation.Different) again).differences())
                        .extracting(difference -> difference.what().code())
                        .contains("debrief.recompute.digest", "debrief.recompute.ratings");
                changed++;
                break;
            }
        }
        assertThat(changed).isGreaterThan(PANELS / 2);
    }
}
