package touchstone.measurement.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static touchstone.measurement.agreement.Tables.found;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import touchstone.chance.Chance;
import touchstone.measurement.fixtures.ReferenceFolder;

/** Values and standard errors as the README of irrCAC (K. L. Gwet) prints them, to its five decimals. */
class ChanceCorrectedTests {

    private static final double FIVE_DECIMALS = 5e-6;

    private static final RaterTable FOUR_RATERS = Tables.ofRows(List.of(
            fields("1,1,NA,1"),
            fields("2,2,3,2"),
            fields("3,3,3,3"),
            fields("3,3,3,3"),
            fields("2,2,2,2"),
            fields("1,2,3,4"),
            fields("4,4,4,4"),
            fields("1,1,2,1"),
            fields("2,2,2,2"),
            fields("NA,5,5,5"),
            fields("NA,NA,1,1"),
            fields("NA,NA,3,NA")));

    private static String[] fields(String line) {
        return line.split(",", -1);
    }

    private static void assertFound(Agreement agreement, double value, double error) {
        assertThat(found(agreement).value()).isCloseTo(value, within(FIVE_DECIMALS));
        assertThat(found(agreement).standardError()).isCloseTo(error, within(FIVE_DECIMALS));
    }

    @Test
    void agreesWithIrrCacOnFourRatersWithMissingRatings() {
        assertFound(PercentAgreement.withDefaults().of(FOUR_RATERS), 0.8181818, 0.12561);
        assertFound(GwetAc.withDefaults().of(FOUR_RATERS), 0.77544, 0.14295);
        assertFound(FleissKappa.withDefaults().of(FOUR_RATERS), 0.76117, 0.15302);
        assertFound(CohenKappa.withDefaults().of(FOUR_RATERS), 0.76282, 0.14917);
        assertFound(BrennanPrediger.withDefaults().of(FOUR_RATERS), 0.77273, 0.14472);
        assertFound(KrippendorffAlpha.of(Level.NOMINAL).of(FOUR_RATERS), 0.74342, 0.14548);
    }

    @Test
    void agreesWithIrrCacOnIntervals() {
        assertThat(found(GwetAc.withDefaults().of(FOUR_RATERS)).interval())
                .satisfies(interval -> assertThat(interval.low()).isCloseTo(0.461, within(5e-4)))
                .satisfies(interval -> assertThat(interval.high()).isEqualTo(1));
        assertThat(found(KrippendorffAlpha.of(Level.NOMINAL).of(FOUR_RATERS))
                        .interval()
                        .low())
                .isCloseTo(0.423, within(5e-4));
        assertThat(found(CohenKappa.withDefaults().of(FOUR_RATERS)).interval().low())
                .isCloseTo(0.435, within(5e-4));
    }

    @Test
    void agreesWithIrrCacOnAContingencyTable() {
        RaterTable table = RaterTable.ofContingency(new int[][] {{13, 0, 0}, {0, 20, 7}, {0, 4, 56}});
        // irrCAC divides the variance of a contingency table by n, and by n - 1 elsewhere; ours is n only for Cohen's
        double byOneLess = Math.sqrt(100 / 99.0);

        assertFound(CohenKappa.withDefaults().of(table), 0.7964094, 0.05891072);
        assertFound(FleissKappa.withDefaults().of(table), 0.7962397, 0.05905473 * byOneLess);
        assertFound(GwetAc.withDefaults().of(table), 0.8493305, 0.04321747 * byOneLess);
        assertFound(BrennanPrediger.withDefaults().of(table), 0.835, 0.04693346 * byOneLess);
        assertThat(found(KrippendorffAlpha.of(Level.NOMINAL).of(table)).value()).isCloseTo(0.7972585, within(5e-7));
        assertThat(found(PercentAgreement.withDefaults().of(table)).value()).isCloseTo(0.89, within(1e-12));
    }

    @Test
    void agreesWithIrrCacOnSixRatersByCounts() {
        List<String[]> rows = ReferenceFolder.rows("ratings_basic/irrCAC_distrib.6raters.csv");
        RaterTable table = RaterTable.ofCounts(rows.stream()
                .map(row -> Arrays.stream(row).mapToInt(Integer::parseInt).toArray())
                .toArray(int[][]::new));

        assertFound(GwetAc.withDefaults().of(table), 0.4448007, 0.08418757);
        assertFound(FleissKappa.withDefaults().of(table), 0.4139265, 0.08119291);
        // the error of alpha follows irrCAC's function for raw ratings; the one for counts linearises otherwise
        // (0.08243)
        assertFound(KrippendorffAlpha.of(Level.NOMINAL).of(table), 0.4204384, 0.0811929);
        assertFound(BrennanPrediger.withDefaults().of(table), 0.4388889, 0.08312142);
    }

    @Test
    void agreesWithFleissOnHisExampleAndItsTest() {
        JsonNode expected = ReferenceFolder.json("measurement/agreement.json").path("fleiss_worked_example");
        RaterTable table = RaterTable.ofCounts(Tables.whole(expected.path("counts")));

        FleissKappa.Test test = FleissKappa.test(table).orElseThrow();

        assertThat(test.kappa()).isCloseTo(expected.path("kappa").asDouble(), within(1e-9));
        assertThat(test.z()).isCloseTo(expected.path("z").asDouble(), within(1e-9));
        for (int k = 0; k < 5; k++) {
            assertThat(test.byCategory().get(k))
                    .isCloseTo(expected.path("per_category").path(k).asDouble(), within(5.1e-4));
        }
        assertThat(found(FleissKappa.withDefaults().of(table)).value()).isCloseTo(test.kappa(), within(1e-12));
    }

    @Test
    void agreesWithFleissOnThePsychiatricDiagnosesOf1971() {
        // J. L. Fleiss (1971), table 1: kappa .430 over 30 patients and 6 psychiatrists. The same table by counts is in
        // R's
        // irr::diagnoses; here by hand of the printed per-patient counts.
        int[][] counts = {
            {0, 0, 0, 6, 0}, {0, 3, 0, 0, 3}, {0, 1, 4, 0, 1}, {0, 0, 0, 0, 6}, {0, 3, 0, 3, 0}, {2, 0, 4, 0, 0},
            {0, 0, 4, 0, 2}, {2, 0, 3, 1, 0}, {2, 0, 0, 4, 0}, {0, 0, 0, 0, 6}, {1, 0, 0, 5, 0}, {1, 1, 0, 4, 0},
            {0, 3, 3, 0, 0}, {1, 0, 0, 5, 0}, {0, 2, 0, 3, 1}, {0, 0, 5, 0, 1}, {3, 0, 0, 1, 2}, {5, 1, 0, 0, 0},
            {0, 2, 0, 4, 0}, {1, 0, 2, 0, 3}, {0, 0, 0, 0, 6}, {0, 1, 0, 5, 0}, {0, 2, 0, 1, 3}, {2, 0, 0, 4, 0},
            {1, 0, 0, 4, 1}, {0, 5, 0, 1, 0}, {4, 0, 0, 0, 2}, {0, 2, 0, 4, 0}, {1, 0, 5, 0, 0}, {0, 0, 0, 0, 6}
        };

        assertThat(found(FleissKappa.withDefaults().of(RaterTable.ofCounts(counts)))
                        .value())
                .isCloseTo(0.430, within(5e-4));
    }

    @Test
    void agreesWithRsIrrOnWeightedKappa() {
        JsonNode expected = ReferenceFolder.json("measurement/agreement.json").path("weighted_kappa");
        RaterTable table = RaterTable.ofContingency(Tables.whole(expected.path("table")));
        CohenKappa kappa = CohenKappa.withDefaults();

        assertThat(found(kappa.of(table)).value())
                .isCloseTo(expected.path("kappa").asDouble(), within(1e-9));
        assertThat(found(kappa.withWeights(Weights.LINEAR).of(table)).value())
                .isCloseTo(expected.path("linear").asDouble(), within(1e-9));
        assertThat(found(kappa.withWeights(Weights.QUADRATIC).of(table)).value())
                .isCloseTo(expected.path("quadratic").asDouble(), within(1e-9));
    }

    @Test
    void weighsBySharesOfTheWidestDistance() {
        assertThat(Weights.LINEAR.of(new double[] {1, 2, 3})[0]).containsExactly(1, 0.5, 0);
        assertThat(Weights.QUADRATIC.of(new double[] {1, 2, 3})[0]).containsExactly(1, 0.75, 0);
        assertThat(Weights.IDENTITY.of(new double[] {1, 2, 3})[0]).containsExactly(1, 0, 0);
        // irrCAC ordinal.weights(1:4): 1 - choose(|k - l| + 1, 2) / choose(4, 2)
        assertThat(Weights.ORDINAL.of(new double[] {1, 2, 3, 4})[0]).containsExactly(1, 5 / 6.0, 0.5, 0);
    }

    @Test
    void isOneForPerfectAgreementAndAboutZeroForChance() {
        RaterTable perfect = RaterTable.complete(new double[][] {{1, 1}, {2, 2}, {3, 3}, {1, 1}});
        var draws = Chance.ofSeed(1).stream("ratings").generator();
        double[][] rows = new double[4_000][3];
        for (double[] row : rows) {
            Arrays.setAll(row, rater -> 1 + draws.nextInt(4));
        }
        RaterTable random = RaterTable.complete(rows);

        for (Weights weights : Weights.values()) {
            for (Agreement agreement : List.of(
                    CohenKappa.withDefaults().withWeights(weights).of(perfect),
                    FleissKappa.withDefaults().withWeights(weights).of(perfect),
                    GwetAc.withDefaults().withWeights(weights).of(perfect),
                    BrennanPrediger.withDefaults().withWeights(weights).of(perfect))) {
                assertThat(found(agreement).value()).isCloseTo(1, within(1e-12));
            }
            for (Agreement agreement : List.of(
                    CohenKappa.withDefaults().withWeights(weights).of(random),
                    FleissKappa.withDefaults().withWeights(weights).of(random),
                    GwetAc.withDefaults().withWeights(weights).of(random),
                    BrennanPrediger.withDefaults().withWeights(weights).of(random))) {
                assertThat(found(agreement).value())
                        .isCloseTo(0, within(4 * found(agreement).standardError()));
            }
        }
    }

    @Test
    void doesNotDependOnTheOrderOfRatersAndUnits() {
        RaterTableBuilder turned = RaterTable.builder();
        for (int unit = 0; unit < FOUR_RATERS.units(); unit++) {
            for (int i = FOUR_RATERS.start(unit); i < FOUR_RATERS.end(unit); i++) {
                turned.add(20 - unit, 3 - FOUR_RATERS.rater(i), FOUR_RATERS.value(i));
            }
        }
        RaterTable other = turned.build();

        assertThat(found(CohenKappa.withDefaults().of(other)).standardError())
                .isCloseTo(found(CohenKappa.withDefaults().of(FOUR_RATERS)).standardError(), within(1e-12));
        assertThat(found(GwetAc.withDefaults().of(other)).value())
                .isCloseTo(found(GwetAc.withDefaults().of(FOUR_RATERS)).value(), within(1e-12));
    }

    @Test
    void saysWhyItIsUndefined() {
        RaterTable oneRater = RaterTable.complete(new double[][] {{1}, {2}});
        RaterTable equal = RaterTable.complete(new double[][] {{3, 3}, {3, 3}});
        RaterTable oneUnit = RaterTable.complete(new double[][] {{3, 2}});

        assertThat(FleissKappa.withDefaults().of(oneRater))
                .isEqualTo(new Agreement.Undefined("Agreement needs at least two raters."));
        assertUndefined(GwetAc.withDefaults().of(equal), "equal");
        assertUndefined(CohenKappa.withDefaults().of(oneUnit), "two units");
        assertUndefined(KrippendorffAlpha.of(Level.INTERVAL).of(equal), "equal");
        assertUndefined(KrippendorffAlpha.of(Level.NOMINAL).of(oneRater), "two raters");
        assertUndefined(
                KrippendorffAlpha.of(Level.NOMINAL).of(RaterTable.builder().build()), "two raters");
        // on a scale of five, equal ratings do say something
        assertThat(found(GwetAc.withDefaults().of(equal.withCategories(1, 2, 3, 4, 5)))
                        .value())
                .isEqualTo(1);
    }

    private static void assertUndefined(Agreement agreement, String word) {
        assertThat(agreement)
                .isInstanceOfSatisfying(
                        Agreement.Undefined.class,
                        undefined -> assertThat(undefined.reason()).contains(word));
    }

    @Test
    void refusesRatingsThatAreNone() {
        assertThatThrownBy(() -> RaterTable.builder().add(0, 0, Double.NaN)).hasMessageContaining("finite");
        assertThatThrownBy(() -> RaterTable.builder().add(0, 0, 1).add(0, 0, 1).build())
                .hasMessageContaining("rater 0 judged unit 0 twice");
        assertThatThrownBy(() -> RaterTable.complete(new double[][] {{1, 7}}).withCategories(1, 2, 3))
                .hasMessageContaining("7.0 is none of the categories");
        assertThatThrownBy(() -> GwetAc.withDefaults().withConfidence(1)).hasMessageContaining("between 0 and 1");
    }
}
