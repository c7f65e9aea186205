package touchstone.measurement.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import touchstone.chance.Chance;
import touchstone.measurement.ranking.RiskCoverage.Answered;
import touchstone.measurement.ranking.RiskCoverage.Point;

class RiskCoverageTests {

    @Test
    void agreesWithHandArithmetic() {
        RiskCoverage found = RiskCoverage.of(
                List.of(new Answered(0.2, 1), new Answered(0.9, 0), new Answered(0.8, 1), new Answered(0.5, 0)));

        assertThat(found.points())
                .containsExactly(
                        new Point(0.9, 0.25, 0),
                        new Point(0.8, 0.5, 0.5),
                        new Point(0.5, 0.75, 1 / 3.0),
                        new Point(0.2, 1, 0.5));
        // (0 + 1/2 + 1/3 + 2/4) / 4 = 0.333333; best: (0 + 0 + 1/3 + 2/4) / 4 = 0.208333
        assertThat(found.aurc()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(found.excess()).isCloseTo(0.125, within(1e-12));
    }

    @Test
    void letsEqualConfidencesEnterTogether() {
        RiskCoverage found = RiskCoverage.of(List.of(new Answered(1, 1), new Answered(1, 0), new Answered(0, 0)));

        assertThat(found.points()).containsExactly(new Point(1, 2 / 3.0, 0.5), new Point(0, 1, 1 / 3.0));
        // both orders of the tie: (1 + 1/2 + 1/3) / 3 and (0 + 1/2 + 1/3) / 3; their mean is 0.444444
        assertThat(found.aurc()).isCloseTo(4 / 9.0, within(1e-12));
    }

    @Test
    void givesThePlainLossToAConfidenceThatKnowsNothing() {
        List<Answered> answers = random(Chance.ofSeed(1).generator()).stream()
                .map(answer -> new Answered(7, answer.loss()))
                .toList();
        double mean = answers.stream().mapToDouble(Answered::loss).average().orElseThrow();

        RiskCoverage found = RiskCoverage.of(answers);

        assertThat(found.aurc()).isCloseTo(mean, within(1e-12));
        assertThat(found.points())
                .singleElement()
                .satisfies(point -> assertThat(point.coverage()).isEqualTo(1));
    }

    @Test
    void dependsOnTheOrderOfConfidencesOnly() {
        for (long seed = 0; seed < 100; seed++) {
            List<Answered> answers = random(Chance.ofSeed(seed).generator());
            List<Answered> stretched = Chance.ofSeed(seed).stream("order")
                    .shuffled(answers.stream()
                            .map(answer -> new Answered(Math.exp(answer.confidence()) - 3, answer.loss()))
                            .toList());

            assertThat(RiskCoverage.of(stretched).aurc())
                    .isCloseTo(RiskCoverage.of(answers).aurc(), within(1e-12));
        }
    }

    @Test
    void isLeastWhenTheSurestAreRight() {
        for (long seed = 0; seed < 100; seed++) {
            List<Answered> answers = random(Chance.ofSeed(seed).generator());
            RiskCoverage knowing = RiskCoverage.of(answers.stream()
                    .map(answer -> new Answered(-answer.loss(), answer.loss()))
                    .toList());
            RiskCoverage given = RiskCoverage.of(answers);

            assertThat(knowing.excess()).isCloseTo(0, within(1e-12));
            assertThat(given.excess()).isCloseTo(given.aurc() - knowing.aurc(), within(1e-12));
            assertThat(given.points().getLast().risk())
                    .isCloseTo(knowing.points().getLast().risk(), within(1e-12));
        }
    }

    @Test
    void refusesNoQuestionsAndLossesThatAreNone() {
        assertThatThrownBy(() -> RiskCoverage.of(List.of())).hasMessageContaining("at least one question");
        assertThatThrownBy(() -> new Answered(Double.NaN, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Answered(0, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Answered> random(RandomGenerator draws) {
        List<Answered> answers = new ArrayList<>();
        for (int i = draws.nextInt(1, 60); i > 0; i--) {
            answers.add(new Answered(draws.nextInt(10) / 10.0, draws.nextInt(3) / 2.0));
        }
        return answers;
    }
}
