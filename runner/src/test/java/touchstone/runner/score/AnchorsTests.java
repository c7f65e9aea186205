package touchstone.runner.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import touchstone.chance.Chance;
import touchstone.runner.score.CriterionResult.Anchor;

class AnchorsTests {

    private static List<Anchor> anchors(double broken, double naive, double solid, double expert) {
        return Anchors.of(Map.of("broken", broken, "naive", naive, "solid", solid, "expert", expert));
    }

    @Test
    void givesEachRungItsShare() {
        List<Anchor> anchors = anchors(0.1, 0.3, 0.6, 0.9);

        assertThat(anchors).extracting(Anchor::share).containsExactly(0.0, 0.40, 0.75, 1.0);
        assertThat(Anchors.share(anchors, 0.1)).isZero();
        assertThat(Anchors.share(anchors, 0.3)).isEqualTo(0.40, within(1e-12));
        assertThat(Anchors.share(anchors, 0.6)).isEqualTo(0.75, within(1e-12));
        assertThat(Anchors.share(anchors, 0.9)).isEqualTo(1);
    }

    @Test
    void isLinearBetweenRungs() {
        assertThat(Anchors.share(anchors(0, 0.4, 0.8, 1), 0.6)).isEqualTo((0.40 + 0.75) / 2, within(1e-12));
    }

    @Test
    void readsFallingValuesTheOtherWayRound() {
        List<Anchor> calls = anchors(8, 4, 2, 1);

        assertThat(Anchors.share(calls, 6)).isEqualTo(0.20, within(1e-12));
        assertThat(Anchors.share(calls, 0.5)).isEqualTo(1);
        assertThat(Anchors.share(calls, 9)).isZero();
    }

    @Test
    void givesNothingBelowTheWorstAndAllAboveTheBest() {
        List<Anchor> anchors = anchors(0.2, 0.4, 0.6, 0.8);

        assertThat(Anchors.share(anchors, 0.1)).isZero();
        assertThat(Anchors.share(anchors, 0.99)).isEqualTo(1);
    }

    @Test
    void mergesTiesIntoTheHigherShare() {
        List<Anchor> anchors = anchors(0, 0.5, 0.5, 1);

        assertThat(anchors).hasSize(3);
        assertThat(anchors.get(1).rungs()).containsExactly("naive", "solid");
        assertThat(anchors.get(1).share()).isEqualTo(0.75);
    }

    @Test
    void givesNothingForATieWithTheWorst() {
        List<Anchor> anchors = anchors(0.3, 0.3, 0.6, 0.9);

        assertThat(anchors.getFirst().rungs()).containsExactly("broken", "naive");
        assertThat(Anchors.share(anchors, 0.3)).isZero();
    }

    @Test
    void tiesARungThatDidWorseThanTheOneBelow() {
        List<Anchor> anchors = anchors(0, 0.7, 0.6, 0.9);

        assertThat(anchors).hasSize(3);
        assertThat(anchors.get(1).value()).isEqualTo(0.6);
        assertThat(Anchors.share(anchors, 0.7)).isGreaterThan(0.75);
    }

    @Test
    void refusesAMissingRung() {
        assertThatThrownBy(() -> Anchors.of(Map.of("broken", 0.0, "naive", 0.1, "solid", 0.2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expert");
    }

    @Test
    void neverLeavesZeroToOneAndNeverFallsWithABetterValue() {
        for (int round = 0; round < 2_000; round++) {
            Chance chance = Chance.ofSeed(20260101).stream("anchors").key(round);
            // Few different values, so that ties of every kind occur.
            int steps = chance.stream("steps").between(2, 9);
            List<Anchor> anchors = anchors(
                    value(chance, "broken", steps),
                    value(chance, "naive", steps),
                    value(chance, "solid", steps),
                    value(chance, "expert", steps));
            boolean more = anchors.getLast().value() >= anchors.getFirst().value();
            double before = -1;
            for (int i = -5; i <= 65; i++) {
                double share = Anchors.share(anchors, (more ? i : 60 - i) / 60.0);
                assertThat(share).as("round %d: %s", round, anchors).isBetween(0.0, 1.0);
                assertThat(share).as("round %d: %s", round, anchors).isGreaterThanOrEqualTo(before - 1e-12);
                before = share;
            }
        }
    }

    private static double value(Chance chance, String rung, int steps) {
        return chance.stream(rung).between(0, steps) / (double) (steps - 1);
    }
}
