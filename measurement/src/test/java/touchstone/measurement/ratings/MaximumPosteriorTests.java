package touchstone.measurement.ratings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static touchstone.measurement.ratings.SharedData.assertClose;
import static touchstone.measurement.ratings.SharedData.json;
import static touchstone.measurement.ratings.SharedData.logits;
import static touchstone.measurement.ratings.SharedData.ratings;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MaximumPosteriorTests {

    @Test
    void findsTheModeAndItsCurvature() {
        JsonNode bayes = json("measurement/small_panel.expected.json").get("bayes");
        Fit fit = MaximumPosterior.withDefaults().fit(ratings("measurement/small_panel.csv", 4));

        JsonNode map = bayes.get("map");
        assertClose(logits(fit.candidates()), map.get("theta"), 1e-5);
        assertClose(logits(fit.facet("interviewer")), map.get("alpha"), 1e-5);
        assertClose(logits(fit.facet("dimension")), map.get("delta"), 1e-5);
        assertClose(fit.thresholds().getFirst().steps(), map.get("tau"), 1e-5);
        JsonNode sd = bayes.get("laplace_sd");
        assertClose(fit.candidates().stream().map(Measure::standardError).toList(), sd.get("theta"), 1e-5);
        assertClose(
                fit.facet("interviewer").stream().map(Measure::standardError).toList(), sd.get("alpha"), 1e-5);
        // unnormalised log posterior - log determinant / 2 - sum of the logarithms of the prior sds
        double sds = 12 * Math.log(1.5) + 6 * Math.log(0.5) + 5 * Math.log(0.7) + 3 * Math.log(1.5);
        assertThat(fit.logEvidence().orElseThrow()).isCloseTo(-172.68350435 - 57.54687325 / 2 - sds, within(1e-5));
    }

    @Test
    void learnsHowFarCandidatesAndInterviewersSpread() {
        // truth: candidates 1, interviewers 0.6
        RatingTable table = Panels.simulate(new Panels.Plan(150, 40, 4, 3, 0, 0, 0), 8).table;
        MaximumPosterior learnt = MaximumPosterior.withDefaults().learningSpreadFrom(table);

        assertThat(learnt.priors().candidate()).isBetween(0.8, 1.25);
        assertThat(learnt.priors().interviewer()).isBetween(0.4, 0.8);
        assertThat(learnt.fit(table).logEvidence().orElseThrow())
                .isGreaterThan(
                        MaximumPosterior.withDefaults().fit(table).logEvidence().orElseThrow());
        assertThat(learnt.fit(table).provenance().settings())
                .containsEntry(
                        "prior sd interviewer", Double.toString(learnt.priors().interviewer()));
    }

    @Test
    void keepsItsPriorsWhereFewInterviewersTeachNothing() {
        RatingTable table = Panels.simulate(new Panels.Plan(20, 6, 4, 3, 0, 0, 0), 8).table;

        assertThat(MaximumPosterior.withDefaults().learningSpreadFrom(table).priors())
                .isEqualTo(Priors.standard());
    }
}
