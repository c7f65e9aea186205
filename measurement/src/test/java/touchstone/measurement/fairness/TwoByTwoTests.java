package touchstone.measurement.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import touchstone.measurement.fixtures.ReferenceFolder;
import touchstone.measurement.interval.Interval;

class TwoByTwoTests {

    private static final Offset<Double> EXACT = within(1e-8);

    private static TwoByTwo table(JsonNode row) {
        return new TwoByTwo(
                row.path("focal_selected").asInt(),
                row.path("focal_total").asInt(),
                row.path("reference_selected").asInt(),
                row.path("reference_total").asInt());
    }

    private static JsonNode rows() {
        return ReferenceFolder.json("measurement/adverse_impact.json").path("two_by_two");
    }

    @Test
    void agreesWithTheReferenceOnRatesAndIntervals() {
        for (JsonNode row : rows()) {
            TwoByTwo table = table(row);
            assertThat(table.focalRate()).isCloseTo(number(row, "focal_rate"), EXACT);
            assertThat(table.impactRatio().orElseThrow()).isCloseTo(number(row, "impact_ratio"), EXACT);
            assertThat(table.belowFourFifths())
                    .isEqualTo(row.path("four_fifths_violated").asBoolean());
            assertThat(table.pooledZ()).isCloseTo(number(row, "z_pooled"), EXACT);
            assertThat(table.pooledP()).isCloseTo(number(row, "z_two_sided_p"), EXACT);
            assertThat(table.difference()).isCloseTo(number(row, "rate_difference"), EXACT);
            assertInterval(table.newcombe(0.95), row.path("difference_ci95_newcombe"));
            assertThat(table.shortfall()).isCloseTo(number(row, "shortfall"), EXACT);
            assertThat(table.expectedFocal()).isCloseTo(number(row, "expected_focal"), EXACT);
            assertThat(table.cohenH()).isCloseTo(number(row, "cohen_h"), EXACT);
            assertThat(table.oneToFocal().orElseThrow().impactRatio().orElseThrow())
                    .isCloseTo(number(row, "ratio_after_moving_one_selection"), EXACT);
            if (row.path("impact_ratio_ci95_katz").isNull()) {
                assertThat(table.katz(0.95)).isEmpty();
            } else {
                assertInterval(table.katz(0.95).orElseThrow(), row.path("impact_ratio_ci95_katz"));
            }
        }
    }

    @Test
    void givesNoIntervalOfARatioWhereEverybodyWasSelected() {
        assertThat(new TwoByTwo(5, 5, 6, 6).katz(0.95)).isEmpty();
        assertThat(new TwoByTwo(5, 5, 5, 6).katz(0.95)).isPresent();
    }

    @Test
    void agreesWithRsFisherTest() {
        for (JsonNode row : rows()) {
            FisherExact fisher = FisherExact.of(table(row));
            assertThat(fisher.twoSided()).isCloseTo(number(row, "fisher_two_sided"), EXACT);
            assertThat(fisher.less()).isCloseTo(number(row, "fisher_one_sided_less"), EXACT);
            assertThat(fisher.midTwoSided()).isCloseTo(number(row, "lancaster_mid_p_two_sided"), EXACT);
            assertThat(fisher.midLess()).isCloseTo(number(row, "mid_p_one_sided"), EXACT);
        }
    }

    @Test
    void agreesWithRsConditionalOddsRatio() {
        for (JsonNode row : rows()) {
            OddsRatio odds = OddsRatio.of(table(row), 0.95);
            // R finds these roots to about 1e-4 only (uniroot's default tolerance)
            assertThat(odds.value()).isCloseTo(number(row, "odds_ratio_conditional_mle"), within(2e-4));
            assertThat(odds.low()).isCloseTo(row.path("odds_ratio_ci95").path(0).asDouble(), within(2e-4));
            assertThat(odds.high())
                    .isCloseTo(row.path("odds_ratio_ci95").path(1).asDouble(), within(2e-3));
        }
    }

    private static double number(JsonNode row, String name) {
        return row.path(name).asDouble();
    }

    private static void assertInterval(Interval found, JsonNode expected) {
        assertThat(found.low()).isCloseTo(expected.path(0).asDouble(), EXACT);
        assertThat(found.high()).isCloseTo(expected.path(1).asDouble(), EXACT);
    }

    @Test
    void isSymmetricInTheGroups() {
        TwoByTwo table = new TwoByTwo(3, 17, 11, 29);
        TwoByTwo turned = new TwoByTwo(11, 29, 3, 17);

        assertThat(FisherExact.of(turned).twoSided())
                .isCloseTo(FisherExact.of(table).twoSided(), within(1e-12));
        assertThat(turned.pooledZ()).isCloseTo(-table.pooledZ(), within(1e-12));
        assertThat(turned.newcombe(0.9).low()).isCloseTo(-table.newcombe(0.9).high(), within(1e-12));
        assertThat(OddsRatio.of(turned, 0.9).value())
                .isCloseTo(1 / OddsRatio.of(table, 0.9).value(), within(1e-9));
    }

    @Test
    void sumsFishersTailsLikeTheDefinition() {
        for (int a = 0; a <= 9; a++) {
            for (int b = 0; b <= 13; b++) {
                double own = probability(a, 9, a + b, 22);
                double sum = 0;
                for (int x = Math.max(0, a + b - 13); x <= Math.min(9, a + b); x++) {
                    double p = probability(x, 9, a + b, 22);
                    sum += p <= own * (1 + 1e-7) ? p : 0;
                }
                assertThat(FisherExact.of(new TwoByTwo(a, 9, b, 13)).twoSided()).isCloseTo(sum, within(1e-12));
            }
        }
    }

    private static double probability(int x, int focal, int selected, int total) {
        return choose(focal, x) * choose(total - focal, selected - x) / choose(total, selected);
    }

    private static double choose(int n, int k) {
        double product = 1;
        for (int i = 1; i <= k; i++) {
            product *= (n - k + i) / (double) i;
        }
        return product;
    }

    @Test
    void testsLargeTables() {
        FisherExact fisher = FisherExact.of(new TwoByTwo(30_300, 100_000, 30_000, 100_000));

        assertThat(fisher.twoSided()).isCloseTo(new TwoByTwo(30_300, 100_000, 30_000, 100_000).pooledP(), within(2e-3));
        assertThat(FisherExact.of(new TwoByTwo(0, 5, 0, 5)).twoSided()).isEqualTo(1);
    }

    @Test
    void refusesImpossibleCounts() {
        assertThatThrownBy(() -> new TwoByTwo(3, 2, 0, 1)).hasMessageContaining("3 of 2");
        assertThatThrownBy(() -> new TwoByTwo(0, 0, 0, 1)).hasMessageContaining("total >= 1");
        assertThatThrownBy(() -> new GroupCount("A", 3, 2)).hasMessageContaining("group A");
    }

    @Test
    void adjustsLikeRsPAdjust() {
        // R: p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm")  ->  0.03 0.06 0.06 0.02
        assertThat(Holm.adjust(0.01, 0.04, 0.03, 0.005))
                .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-15));
        assertThat(Holm.adjust()).isEmpty();
        assertThatThrownBy(() -> Holm.adjust(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void standardizesDifferences() {
        // by hand: means 3 and 5, both variances 2.5, d = -2 / 1.5811; correction 1 - 3 / 31
        StandardizedDifference found = StandardizedDifference.of(
                        new double[] {1, 2, 3, 4, 5}, new double[] {3, 4, 5, 6, 7})
                .orElseThrow();
        assertThat(found.d()).isCloseTo(-1.2649111, within(1e-7));
        assertThat(found.g()).isCloseTo(-1.1425003, within(1e-7));
        assertThat(found.interval().contains(found.g())).isTrue();
        assertThat(StandardizedDifference.of(new double[] {1, 1}, new double[] {1, 1}))
                .isEmpty();
        assertThat(StandardizedDifference.of(new double[] {1}, new double[] {1, 2}))
                .isEmpty();
    }
}
