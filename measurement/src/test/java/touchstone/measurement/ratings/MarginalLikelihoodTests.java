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

class MarginalLikelihoodTests {

    @Test
    void calibratesACompany() {
        // expected: BFGS on the same grid of 81 nodes; R TAM agrees on the log-likelihood to 1e-4
        JsonNode expected = json("measurement/medium_company.expected.json").get("mmle");
        Fit fit = MarginalLikelihood.withDefaults().fit(ratings("measurement/medium_company.csv", 5));

        assertThat(fit.converged()).isTrue();
        assertThat(fit.logLikelihood()).isCloseTo(-9215.363819, within(1e-5));
        Population population = fit.population().orElseThrow();
        assertThat(population.mean()).isCloseTo(expected.get("mu").doubleValue(), within(1e-5));
        assertThat(population.sd()).isCloseTo(expected.get("sigma").doubleValue(), within(1e-5));
        assertThat(population.reliability())
                .isCloseTo(expected.get("eap_reliability").doubleValue(), within(5e-4));
        assertThat(population.meanError()).isCloseTo(expected.get("se_mu").doubleValue(), within(1e-4));
        assertThat(population.logSdError())
                .isCloseTo(expected.get("se_log_sigma").doubleValue(), within(1e-4));
        assertClose(logits(fit.facet("interviewer")), expected.get("alpha"), 1e-5);
        assertClose(logits(fit.facet("dimension")), expected.get("delta"), 1e-5);
        assertClose(fit.thresholds().getFirst().steps(), expected.get("tau"), 1e-5);
        assertClose(logits(fit.candidates()), expected.get("eap"), 5e-5);
        assertClose(fit.candidates().stream().map(Measure::standardError).toList(), expected.get("psd"), 5e-5);
        assertClose(
                fit.facet("interviewer").stream()
                        .limit(23)
                        .map(Measure::standardError)
                        .toList(),
                expected.get("se_alpha_first_J_minus_1"),
                1e-4);
    }

    @Test
    void calibratesPartialCreditOfRealEssays() {
        // data.ratings1 of R sirt; expected: an independent implementation, 61 nodes from -9 to 9, tolerance 0.02
        JsonNode expected =
                json("ratings_mfrm/expected.json").get("data.ratings1.csv").get("mml");
        RatingTableBuilder rows = RatingTable.builder(new Scale(0, 3), "interviewer", "dimension");
        for (String[] row : SharedData.rows("ratings_mfrm/data.ratings1.csv")) {
            for (int k = 1; k <= 5; k++) {
                if (!row[k + 1].equals("NA")) {
                    rows.add(row[0], Integer.parseInt(row[k + 1]), row[1], "k" + k);
                }
            }
        }
        Fit fit = MarginalLikelihood.withDefaults()
                .withModel(new Model.PartialCredit("dimension"))
                .withNodes(61, -9, 9)
                .fit(rows.build());

        assertThat(fit.logLikelihood()).isCloseTo(expected.get("loglik_rater").doubleValue(), within(2e-3));
        Population population = fit.population().orElseThrow();
        assertThat(population.sd()).isCloseTo(expected.get("sd").doubleValue(), within(2e-3));
        for (Measure interviewer : fit.facet("interviewer")) {
            assertThat(interviewer.value())
                    .isCloseTo(
                            expected.get("severity").get(interviewer.element()).doubleValue(), within(2e-3));
        }
        // there the candidates' mean is 0 and the thresholds are free
        for (int d = 0; d < 5; d++) {
            double difficulty = fit.facet("dimension").get(d).value();
            List<Double> steps = fit.thresholds().get(d).steps().stream()
                    .map(tau -> tau + difficulty - population.mean())
                    .toList();
            assertClose(steps, expected.get("tau").get(d), 5e-3);
        }
    }

    @Test
    void refusesWhatHasNoDistribution() {
        RatingTable one = RatingTable.builder(new Scale(1, 3), "interviewer", "dimension")
                .add("Anne", 1, "Ida", "code")
                .add("Anne", 2, "Jon", "code")
                .add("Anne", 3, "Jon", "design")
                .build();
        assertThatThrownBy(() -> MarginalLikelihood.withDefaults().fit(one)).hasMessageContaining("one candidate");
        RatingTable extreme = RatingTable.builder(new Scale(1, 2), "interviewer", "dimension")
                .add("Anne", 2, "Ida", "code")
                .add("Bo", 2, "Ida", "code")
                .add("Bo", 1, "Jon", "code")
                .build();
        assertThatThrownBy(() -> MarginalLikelihood.withDefaults().fit(extreme)).hasMessageContaining("Ida");
    }
}
