package touchstone.measurement.ratings.bias;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static touchstone.measurement.ratings.SharedData.json;
import static touchstone.measurement.ratings.SharedData.ratings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import touchstone.measurement.ratings.RatingTable;
import touchstone.measurement.ratings.RatingsException;
import touchstone.measurement.ratings.SharedData;

class BiasTestTests {

    private static RatingTable table() {
        return ratings("measurement/dif.csv", 5);
    }

    private static Groups groups() {
        Map<String, String> labels = new HashMap<>();
        SharedData.rows("measurement/dif.csv").forEach(row -> labels.put(row[0], row[4]));
        return new Groups(labels, "focal", "reference");
    }

    @Test
    void findsTheReferenceContrasts() {
        JsonNode expected = json("measurement/dif.expected.json").get("results");
        List<BiasTerm> plain =
                BiasTest.withDefaults().byGroup(table(), "dimension", groups()).plain();

        assertThat(plain).hasSize(5);
        for (int d = 0; d < 5; d++) {
            BiasTerm found = plain.get(d);
            assertCell(found.reference(), expected.get(d).get("reference"));
            assertCell(found.focal(), expected.get(d).get("focal"));
            assertThat(found.contrast())
                    .isCloseTo(
                            expected.get(d)
                                    .get("contrast_focal_minus_reference")
                                    .doubleValue(),
                            within(1e-4));
            assertThat(found.error()).isCloseTo(expected.get(d).get("joint_se").doubleValue(), within(1e-4));
            assertThat(found.t()).isCloseTo(expected.get(d).get("t").doubleValue(), within(2e-3));
        }
    }

    private static void assertCell(GroupBias found, JsonNode expected) {
        assertThat(found.ratings()).isEqualTo(expected.get("count").intValue());
        assertThat(found.bias()).isCloseTo(expected.get("bias").doubleValue(), within(1e-4));
        assertThat(found.error()).isCloseTo(expected.get("se").doubleValue(), within(1e-4));
    }

    @Test
    void findsTheReferenceMantelStatistics() {
        JsonNode expected = json("measurement/dif.expected.json").get("results");
        List<Mantel> found = MantelTest.byGroup(table(), "dimension", groups());

        for (int d = 0; d < 5; d++) {
            assertThat(found.get(d).chiSquare())
                    .isCloseTo(expected.get(d).get("mantel_chi2").doubleValue(), within(1e-4));
            assertThat(found.get(d).difference())
                    .isCloseTo(expected.get(d).get("smd").doubleValue(), within(1e-4));
            assertThat(found.get(d).overSd())
                    .isCloseTo(expected.get(d).get("smd_over_sd").doubleValue(), within(1e-4));
        }
        assertThat(found.stream().map(Mantel::size))
                .containsExactly(
                        Mantel.Size.NEGLIGIBLE,
                        Mantel.Size.NEGLIGIBLE,
                        Mantel.Size.LARGE,
                        Mantel.Size.NEGLIGIBLE,
                        Mantel.Size.NEGLIGIBLE);
    }

    @Test
    void recoversTheInjectedBiasOncePurified() {
        BiasReport report = BiasTest.withDefaults().byGroup(table(), "dimension", groups());

        assertThat(report.flagged()).containsExactly("d3");
        BiasTerm d3 = report.purified().get(2);
        assertThat(d3.contrast()).isCloseTo(0.8, within(2 * d3.error()));
        assertThat(report.purified())
                .filteredOn(term -> !term.element().equals("d3"))
                .allSatisfy(term -> assertThat(Math.abs(term.contrast())).isLessThan(2.5 * term.error()));
        assertThat(report.provenance().settings()).containsEntry("left out", "[d3]");
    }

    @Test
    void givesTheOppositeForExchangedGroups() {
        Groups groups = groups();
        Groups exchanged = new Groups(groups.byCandidate(), "reference", "focal");
        List<BiasTerm> one =
                BiasTest.withDefaults().byGroup(table(), "interviewer", groups).plain();
        List<BiasTerm> other = BiasTest.withDefaults()
                .byGroup(table(), "interviewer", exchanged)
                .plain();

        for (int j = 0; j < one.size(); j++) {
            assertThat(one.get(j).contrast()).isCloseTo(-other.get(j).contrast(), within(1e-9));
            assertThat(Math.abs(one.get(j).shrunken(0.3)))
                    .isLessThan(Math.abs(one.get(j).contrast()));
            assertThat(one.get(j).adjusted()).isGreaterThanOrEqualTo(one.get(j).pValue());
        }
        assertThat(one).filteredOn(BiasTerm::flagged).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void adjustsAsHolmDid() {
        // smallest times 4, next times 3, and never falling: .01 x 4, .02 x 3, .03 x 2, then .06 again
        assertThat(Holm.adjust(new double[] {0.03, 0.01, 0.04, 0.02}))
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-12 ? 0 : Double.compare(a, b))
                .containsExactly(0.06, 0.04, 0.06, 0.06);
    }

    @Test
    void worksOnAFewRatingsWithPriors() {
        RatingTable table = table().filter(row -> row < 60);
        BiasReport report = BiasTest.withDefaults().withMaximumPosterior().byGroup(table, "dimension", groups());

        assertThat(report.flagged()).isEmpty();
        assertThat(report.plain()).isNotEmpty();
    }

    @Test
    void refusesAGroupThatNobodyBelongsTo() {
        Groups groups = new Groups(groups().byCandidate(), "focal", "others");

        assertThatThrownBy(() -> BiasTest.withDefaults().byGroup(table(), "dimension", groups))
                .isInstanceOf(RatingsException.class)
                .hasMessage("no rated candidate belongs to the group others");
        assertThatThrownBy(() -> BiasTest.withDefaults().byGroup(table(), "month", groups()))
                .hasMessage("the ratings have no facet month");
    }
}
