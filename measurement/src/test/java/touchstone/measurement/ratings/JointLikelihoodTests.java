package touchstone.measurement.ratings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static touchstone.measurement.ratings.SharedData.assertClose;
import static touchstone.measurement.ratings.SharedData.json;
import static touchstone.measurement.ratings.SharedData.logits;
import static touchstone.measurement.ratings.SharedData.ratings;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class JointLikelihoodTests {

    @Test
    void findsTheMeasuresOfGuilfordsCreativityRatings() {
        // Guilford, "Psychometric methods", 1954, p. 282; expected: full Newton, checked with R mfrmr.
        JsonNode expected = json("measurement/guilford_creativity.expected.json");
        Fit fit = JointLikelihood.withDefaults().fit(ratings("measurement/guilford_creativity.csv", 9));

        assertThat(fit.logLikelihood()).isCloseTo(-165.68498402, within(1e-6));
        assertMeasures(fit, expected);
    }

    @Test
    void givesAPerfectCandidateTheAdjustedMeasure() {
        JsonNode expected = json("measurement/small_panel.expected.json").get("jmle");
        Fit fit = JointLikelihood.withDefaults().fit(ratings("measurement/small_panel.csv", 4));

        assertThat(fit.logLikelihood()).isCloseTo(-161.55718279, within(1e-6));
        assertClose(logits(fit.facet("interviewer")), expected.get("alpha"), 1e-5);
        assertClose(logits(fit.facet("dimension")), expected.get("delta"), 1e-5);
        assertClose(fit.thresholds().getFirst().steps(), expected.get("tau"), 1e-5);
        assertClose(logits(fit.candidates().stream().filter(c -> !c.extreme()).toList()), expected.get("theta"), 1e-5);
        Measure perfect = fit.candidates().getFirst();
        assertThat(perfect.extreme()).isTrue();
        assertThat(perfect.value()).isCloseTo(6.074596, within(1e-5));
        assertThat(perfect.standardError()).isCloseTo(1.841584, within(1e-5));
        assertThat(fit.notes()).anyMatch(note -> note.startsWith("1 with only lowest or only highest"));
    }

    @Test
    void findsTheMeasuresOfACompany() {
        JsonNode expected = json("measurement/medium_company.expected.json").get("jmle");
        Fit fit = JointLikelihood.withDefaults().fit(ratings("measurement/medium_company.csv", 5));

        assertThat(fit.logLikelihood()).isCloseTo(-8589.98763216, within(1e-5));
        assertMeasures(fit, expected);
    }

    @Test
    void keepsAnchorsWhereTheyAreAndTheRestRelativeToThem() {
        RatingTable table = ratings("measurement/medium_company.csv", 5);
        Fit free = JointLikelihood.withDefaults().fit(table);
        Measure first = free.facet("interviewer").getFirst();
        Fit anchored = JointLikelihood.withDefaults()
                .withAnchors(List.of(Known.anchor("interviewer", first.element(), first.value() + 2)))
                .fit(table);

        for (int j = 0; j < 24; j++) {
            assertThat(anchored.facet("interviewer").get(j).value())
                    .isCloseTo(free.facet("interviewer").get(j).value() + 2, within(1e-6));
        }
        assertThat(anchored.candidates().get(7).value())
                .isCloseTo(free.candidates().get(7).value() + 2, within(1e-6));
        assertThat(anchored.logLikelihood()).isCloseTo(free.logLikelihood(), within(1e-6));
    }

    @Test
    void findsTheSameFromAnEarlierFitInFewSteps() {
        RatingTable table = ratings("measurement/medium_company.csv", 5);
        Fit cold = JointLikelihood.withDefaults().fit(table);
        Fit warm = JointLikelihood.withDefaults().startingFrom(cold).fit(table);

        assertThat(warm.iterations()).isLessThanOrEqualTo(2);
        for (int n = 0; n < 300; n++) {
            assertThat(warm.candidates().get(n).value())
                    .isCloseTo(cold.candidates().get(n).value(), within(1e-9));
        }
    }

    @Test
    void refusesWhatItCannotDetermine() {
        assertThatThrownBy(() -> JointLikelihood.withDefaults().fit(ratings("measurement/disconnected.csv", 4)))
                .isInstanceOf(RatingsException.class)
                .hasMessageContaining("not linked by common ratings");
        RatingTableBuilder equal = RatingTable.builder(new Scale(1, 5), "interviewer", "dimension");
        equal.add("a", 3, "i", "d").add("b", 3, "i", "d");
        assertThatThrownBy(() -> JointLikelihood.withDefaults().fit(equal.build()))
                .hasMessage("all ratings are 3: nothing can be told apart, except by the maximum posterior");
    }

    private static void assertMeasures(Fit fit, JsonNode expected) {
        assertThat(fit.converged()).isTrue();
        assertClose(logits(fit.candidates()), expected.get("theta"), 1e-5);
        assertClose(logits(fit.facet("interviewer")), expected.get("alpha"), 1e-5);
        assertClose(logits(fit.facet("dimension")), expected.get("delta"), 1e-5);
        assertClose(fit.thresholds().getFirst().steps(), expected.get("tau"), 1e-5);
        assertClose(
                fit.candidates().stream().map(Measure::standardError).toList(),
                expected.get("candidate").get("se_model"),
                1e-5);
        assertClose(
                fit.facet("interviewer").stream().map(Measure::standardError).toList(),
                expected.get("interviewer").get("se_model"),
                1e-5);
    }
}
