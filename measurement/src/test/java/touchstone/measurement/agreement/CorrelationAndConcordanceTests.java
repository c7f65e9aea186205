package touchstone.measurement.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import touchstone.chance.Chance;
import touchstone.measurement.agreement.IntraclassCorrelation.Correlation;
import touchstone.measurement.agreement.IntraclassCorrelation.Form;
import touchstone.measurement.fixtures.ReferenceFolder;
import touchstone.measurement.interval.Interval;

class CorrelationAndConcordanceTests {

    private static final Map<Form, String> NAMES = Map.of(
            Form.ONE_WAY, "ICC1",
            Form.TWO_WAY_RANDOM, "ICC2",
            Form.TWO_WAY_FIXED, "ICC3",
            Form.ONE_WAY_MEAN, "ICC1k",
            Form.TWO_WAY_RANDOM_MEAN, "ICC2k",
            Form.TWO_WAY_FIXED_MEAN, "ICC3k");

    /** P. E. Shrout and J. L. Fleiss (1979), table 2. */
    private static final RaterTable SHROUT_FLEISS = RaterTable.complete(
            new double[][] {{9, 2, 5, 8}, {6, 1, 3, 2}, {8, 4, 6, 8}, {7, 1, 2, 6}, {10, 5, 6, 9}, {6, 2, 4, 7}});

    private static Correlation correlation(RaterTable table, Form form) {
        return switch (IntraclassCorrelation.withDefaults().of(table, form)) {
            case Correlation found -> found;
            case IntraclassCorrelation.Undefined undefined -> throw new AssertionError(undefined.reason());
        };
    }

    @Test
    void agreesWithShroutAndFleissToAllPrintedDigits() {
        // table 4 of the paper
        assertThat(correlation(SHROUT_FLEISS, Form.ONE_WAY).value()).isCloseTo(.17, within(.005));
        assertThat(correlation(SHROUT_FLEISS, Form.TWO_WAY_RANDOM).value()).isCloseTo(.29, within(.005));
        assertThat(correlation(SHROUT_FLEISS, Form.TWO_WAY_FIXED).value()).isCloseTo(.71, within(.005));
        assertThat(correlation(SHROUT_FLEISS, Form.ONE_WAY_MEAN).value()).isCloseTo(.44, within(.005));
        assertThat(correlation(SHROUT_FLEISS, Form.TWO_WAY_RANDOM_MEAN).value()).isCloseTo(.62, within(.005));
        assertThat(correlation(SHROUT_FLEISS, Form.TWO_WAY_FIXED_MEAN).value()).isCloseTo(.91, within(.005));
    }

    @Test
    void agreesWithRsPsychOnValuesAndIntervals() {
        JsonNode expected = ReferenceFolder.json("measurement/agreement.json").path("shrout_fleiss_1979");

        NAMES.forEach((form, name) -> {
            Correlation found = correlation(SHROUT_FLEISS, form);
            assertThat(found.value()).isCloseTo(expected.path("ICC").path(name).asDouble(), within(1e-9));
            assertThat(found.interval().low())
                    .isCloseTo(expected.path("lower95").path(name).asDouble(), within(1e-9));
            assertThat(found.interval().high())
                    .isCloseTo(expected.path("upper95").path(name).asDouble(), within(1e-9));
        });
        IntraclassCorrelation.MeanSquares squares = IntraclassCorrelation.meanSquares(SHROUT_FLEISS);
        assertThat(squares.units()).isCloseTo(11.2416666667, within(1e-9));
        assertThat(squares.raters()).isCloseTo(32.4861111111, within(1e-9));
        assertThat(squares.error()).isCloseTo(1.0194444444, within(1e-9));
    }

    @Test
    void agreesWithRsPsychOnAnxiety() {
        JsonNode expected = ReferenceFolder.json("ratings_basic/expected.json")
                .path("anxiety.csv (computed with R psych::ICC and own code)");
        RaterTable table = Tables.ofRows(ReferenceFolder.rows("ratings_basic/anxiety.csv"));

        NAMES.forEach((form, name) -> assertThat(correlation(table, form).value())
                .isCloseTo(expected.path(name).asDouble(), within(5e-7)));
        KendallW.Concordance concordance = concordance(table);
        assertThat(concordance.uncorrected())
                .isCloseTo(expected.path("kendall_w").asDouble(), within(5e-8));
        assertThat(concordance.w())
                .isCloseTo(expected.path("kendall_w_tie_corrected").asDouble(), within(5e-8));
        assertThat(concordance.chiSquare()).isCloseTo(3 * 19 * concordance.w(), within(1e-9));
    }

    private static KendallW.Concordance concordance(RaterTable table) {
        return switch (KendallW.of(table)) {
            case KendallW.Concordance found -> found;
            case KendallW.Undefined undefined -> throw new AssertionError(undefined.reason());
        };
    }

    @Test
    void concordanceSeesOnlyTheOrder() {
        RaterTable severe = RaterTable.complete(new double[][] {{1, 3, 10}, {2, 4, 100}, {3, 5, 1000}});

        assertThat(concordance(severe).w()).isCloseTo(1, within(1e-12));
        assertThat(concordance(SHROUT_FLEISS).w()).isBetween(0.5, 0.9);
        Interval interval = KendallW.interval(SHROUT_FLEISS, Chance.ofSeed(3));
        assertThat(interval.low()).isBetween(0.0, concordance(SHROUT_FLEISS).w());
        assertThat(interval.high()).isBetween(concordance(SHROUT_FLEISS).w(), 1.0);
    }

    @Test
    void severityLowersAbsoluteAgreementOnly() {
        RaterTable severe = RaterTable.complete(
                new double[][] {{9, 2, 5, 6}, {6, 1, 3, 0}, {8, 4, 6, 6}, {7, 1, 2, 4}, {10, 5, 6, 7}, {6, 2, 4, 5}});

        assertThat(correlation(severe, Form.TWO_WAY_FIXED).value())
                .isCloseTo(correlation(SHROUT_FLEISS, Form.TWO_WAY_FIXED).value(), within(1e-12));
        assertThat(correlation(severe, Form.TWO_WAY_RANDOM).value())
                .isNotCloseTo(correlation(SHROUT_FLEISS, Form.TWO_WAY_RANDOM).value(), within(1e-3));
    }

    @Test
    void saysWhyTheyAreUndefined() {
        RaterTable hole =
                RaterTable.builder().add(0, 0, 1).add(0, 1, 2).add(1, 0, 3).build();
        RaterTable equal = RaterTable.complete(new double[][] {{2, 2}, {2, 2}});
        RaterTable alike = RaterTable.complete(new double[][] {{1, 1}, {2, 2}});

        assertThat(IntraclassCorrelation.withDefaults().of(hole, Form.ONE_WAY).toString())
                .contains("1 of 4 are missing");
        assertThat(IntraclassCorrelation.withDefaults().of(equal, Form.ONE_WAY).toString())
                .contains("All ratings are equal");
        assertThat(IntraclassCorrelation.withDefaults().of(alike, Form.ONE_WAY).toString())
                .contains("without any error");
        assertThat(KendallW.of(hole).toString()).contains("1 of 4 are missing");
        assertThat(KendallW.of(equal).toString()).contains("no order");
        assertThat(KendallW.of(RaterTable.complete(new double[][] {{1}, {2}})).toString())
                .contains("two raters");
    }
}
