package touchstone.measurement.ratings.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static touchstone.measurement.ratings.SharedData.assertClose;
import static touchstone.measurement.ratings.SharedData.json;
import static touchstone.measurement.ratings.SharedData.ratings;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import touchstone.measurement.ratings.Fit;
import touchstone.measurement.ratings.JointLikelihood;
import touchstone.measurement.ratings.Known;
import touchstone.measurement.ratings.MaximumPosterior;
import touchstone.measurement.ratings.Panels;
import touchstone.measurement.ratings.RatingTable;
import touchstone.measurement.ratings.Scale;

class DiagnosticsTests {

    @ParameterizedTest
    @CsvSource({"guilford_creativity, 9, ''", "small_panel, 4, jmle", "medium_company, 5, jmle"})
    void agreesWithReferenceStatistics(String name, int highest, String part) {
        JsonNode file = json("measurement/" + name + ".expected.json");
        JsonNode expected = part.isEmpty() ? file : file.get(part);
        Fit fit = JointLikelihood.withDefaults().fit(ratings("measurement/" + name + ".csv", highest));
        Diagnostics found = Diagnostics.of(fit);

        assertFit(found.candidates(), expected.get("candidate"));
        assertSpread(found.candidateSpread().orElseThrow(), expected.get("candidate"));
        for (String facet : List.of("interviewer", "dimension")) {
            assertFit(found.facet(facet), expected.get(facet));
            assertSpread(found.spread(facet).orElseThrow(), expected.get(facet));
            assertClose(
                    fit.fairAverages(facet).stream().map(fair -> fair - 1).toList(),
                    expected.get(facet).get("fair_average_0based"),
                    1e-5);
        }
        List<Double> fair = new java.util.ArrayList<>();
        for (int n = 0; n < fit.candidates().size(); n++) {
            if (!fit.candidates().get(n).extreme()) {
                fair.add(fit.fairAverages("candidate").get(n) - 1);
            }
        }
        assertClose(fair, expected.get("candidate").get("fair_average_0based"), 1e-5);
    }

    private static void assertFit(List<ElementFit> found, JsonNode expected) {
        assertEach(found, ElementFit::ratings, expected.get("count"), 1e-9);
        assertEach(found, ElementFit::modelError, expected.get("se_model"), 1e-5);
        assertEach(found, ElementFit::infit, expected.get("infit"), 1e-5);
        assertEach(found, ElementFit::outfit, expected.get("outfit"), 1e-5);
        assertEach(found, ElementFit::infitZ, expected.get("zstd_infit"), 1e-3);
        assertEach(found, ElementFit::outfitZ, expected.get("zstd_outfit"), 1e-3);
    }

    private static void assertEach(
            List<ElementFit> found, ToDoubleFunction<ElementFit> number, JsonNode expected, double tolerance) {
        assertClose(found.stream().map(number::applyAsDouble).toList(), expected, tolerance);
    }

    private static void assertSpread(Spread found, JsonNode expected) {
        assertSeparation(found.population(), expected.get("summary_population"));
        assertSeparation(found.sample(), expected.get("summary_sample"));
        double chiSquare = expected.get("fixed_chi_square").doubleValue();
        assertThat(found.chiSquare()).isCloseTo(chiSquare, within(1e-4 + chiSquare * 1e-6));
        assertThat(found.degreesOfFreedom()).isEqualTo(expected.get("fixed_df").intValue());
    }

    private static void assertSeparation(Separation found, JsonNode expected) {
        assertThat(found.rmse()).isCloseTo(expected.get("rmse").doubleValue(), within(1e-5));
        assertThat(found.observedSd()).isCloseTo(expected.get("observed_sd").doubleValue(), within(1e-5));
        assertThat(found.trueSd()).isCloseTo(expected.get("true_sd").doubleValue(), within(1e-5));
        assertThat(found.separation()).isCloseTo(expected.get("separation").doubleValue(), within(1e-4));
        assertThat(found.strata()).isCloseTo(expected.get("strata").doubleValue(), within(1e-4));
        assertThat(found.reliability()).isCloseTo(expected.get("reliability").doubleValue(), within(1e-5));
    }

    @Test
    void findsTheInterviewerWhoRatesAtRandom() {
        Fit fit = MaximumPosterior.withDefaults().fit(ratings("measurement/medium_company.csv", 5));
        List<ElementFit> interviewers = Diagnostics.of(fit).facet("interviewer");

        assertThat(interviewers.getLast().element()).isEqualTo("i24");
        assertThat(interviewers.getLast().infit()).isGreaterThan(2);
        assertThat(interviewers.getLast().realError())
                .isGreaterThan(interviewers.getLast().modelError() * 1.4);
        assertThat(interviewers.subList(0, 23))
                .allSatisfy(one -> assertThat(one.infit()).isBetween(0.7, 1.2));
        List<Unexpected> unexpected = Diagnostics.of(fit).unexpected(3);
        assertThat(unexpected.stream()
                        .filter(one -> one.elements().getFirst().equals("i24"))
                        .count())
                .isGreaterThan(unexpected.size() / 3);
        assertThat(unexpected)
                .isSortedAccordingTo((a, b) -> Double.compare(Math.abs(b.standardized()), Math.abs(a.standardized())));
    }

    @Test
    void agreesAsExpectedWhereTheModelHolds() {
        Panels panel = Panels.simulate(new Panels.Plan(400, 12, 6, 4, 0, 0, 0), 3);
        Agreement agreement = Diagnostics.of(MaximumPosterior.withDefaults().fit(panel.table))
                .agreement()
                .orElseThrow();

        assertThat(agreement.pairs()).isEqualTo(400 * 6 * 6);
        assertThat(agreement.observed()).isCloseTo(agreement.expected(), within(0.015));
        assertThat(Diagnostics.of(MaximumPosterior.withDefaults().fit(panel.table))
                        .styles())
                .allSatisfy(style -> {
                    assertThat(style.halo()).isBetween(0.8, 1.2);
                    assertThat(style.slope()).isBetween(0.8, 1.25);
                });
    }

    @Test
    void countsAgreementByHand() {
        RatingTable table = RatingTable.builder(new Scale(1, 3), "interviewer", "dimension")
                .add("Anne", 1, "Ida", "code")
                .add("Anne", 1, "Jon", "code")
                .add("Anne", 2, "Kim", "code")
                .add("Anne", 3, "Ida", "design")
                .add("Anne", 2, "Jon", "design")
                .add("Bo", 2, "Ida", "code")
                .build();
        Agreement agreement = Diagnostics.of(MaximumPosterior.withDefaults().fit(table))
                .agreement()
                .orElseThrow();

        // Ida-Jon, Ida-Kim, Jon-Kim on code, Ida-Jon on design: one of four pairs is equal
        assertThat(agreement.pairs()).isEqualTo(4);
        assertThat(agreement.observed()).isEqualTo(0.25);
        assertThat(agreement.expected()).isBetween(0.2, 0.6);
    }

    @Test
    void seesHaloAsLittleSpreadWithinACandidate() {
        Panels halo = Panels.simulate(new Panels.Plan(200, 8, 6, 4, 0, 0.7, 0), 5);
        Panels none = Panels.simulate(new Panels.Plan(200, 8, 6, 4, 0, 0, 0), 5);

        assertThat(mean(halo)).isLessThan(0.75);
        assertThat(mean(none)).isBetween(0.92, 1.08);
    }

    private static double mean(Panels panel) {
        return Diagnostics.of(MaximumPosterior.withDefaults().fit(panel.table)).styles().stream()
                .mapToDouble(InterviewerStyle::halo)
                .average()
                .orElseThrow();
    }

    @Test
    void showsHowFarAnAnchorIsFromItsRatings() {
        RatingTable table = ratings("measurement/medium_company.csv", 5);
        Fit free = JointLikelihood.withDefaults().fit(table);
        List<Known> anchors = free.facet("interviewer").stream()
                .map(measure -> Known.anchor(
                        "interviewer",
                        measure.element(),
                        measure.value() + (measure.element().equals("i03") ? 0.1 : 0)))
                .toList();
        List<Double> displacements = Diagnostics.of(
                        JointLikelihood.withDefaults().withAnchors(anchors).fit(table))
                .displacements("interviewer");

        // too severe by 0.1: its ratings are higher than expected
        assertThat(displacements.get(2)).isCloseTo(0.1, within(0.03));
        assertThat(displacements.get(3)).isCloseTo(0, within(0.02));
        assertThat(Diagnostics.of(free).displacements("interviewer"))
                .allSatisfy(none -> assertThat(none).isCloseTo(0, within(1e-9)));
    }
}
