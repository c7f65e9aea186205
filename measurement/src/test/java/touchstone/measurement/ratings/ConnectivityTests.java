package touchstone.measurement.ratings;

import static org.assertj.core.api.Assertions.assertThat;
import static touchstone.measurement.ratings.SharedData.json;
import static touchstone.measurement.ratings.SharedData.ratings;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import touchstone.chance.Chance;

class ConnectivityTests {

    @Test
    void findsTheBlocksThatShareOnlyTheDimensions() {
        RatingTable table = ratings("measurement/disconnected.csv", 4);
        Design.Disconnected design = (Design.Disconnected) Connectivity.check(table);

        assertThat(design.rank())
                .isEqualTo(json("measurement/disconnected.expected.json")
                        .get("design_rank")
                        .intValue())
                .isEqualTo(16);
        assertThat(design.columns()).isEqualTo(19);
        assertThat(design.defect()).isEqualTo(1);
        assertThat(design.blocks())
                .containsExactlyInAnyOrder(
                        new Design.Block(List.of("c001", "c002", "c003", "c004", "c005"), List.of("i01", "i02", "i03")),
                        new Design.Block(
                                List.of("c006", "c007", "c008", "c009", "c010"), List.of("i04", "i05", "i06")));
        assertThat(design.bridges()).hasSize(1);
        assertThat(design.sentence()).startsWith("The ratings fall into 2 groups that nothing links");
    }

    @Test
    void isConnectedOnceTheBridgesAreBuilt() {
        for (int seed = 0; seed < 40; seed++) {
            Chance chance = Chance.ofSeed(seed);
            List<String[]> rows = new ArrayList<>();
            int blocks = 2 + seed % 4;
            for (int n = 0; n < 12; n++) {
                for (int j = 0; j < 2; j++) {
                    int interviewer = n % blocks + blocks * chance.key(n, j).between(0, 2);
                    for (int d = 0; d < 2; d++) {
                        rows.add(new String[] {"c" + n, "i" + interviewer, "d" + d});
                    }
                }
            }
            Design.Disconnected apart = (Design.Disconnected) Connectivity.check(table(rows));
            assertThat(apart.bridges()).hasSize(apart.blocks().size() - 1).hasSizeLessThanOrEqualTo(apart.defect());
            for (Design.Bridge bridge : apart.bridges()) {
                for (int d = 0; d < 2; d++) {
                    rows.add(new String[] {bridge.candidate(), bridge.interviewer(), "d" + d});
                }
            }
            assertThat(Connectivity.check(table(rows))).as("seed %d", seed).isInstanceOf(Design.Connected.class);
        }
    }

    @Test
    void seesWhatPairsOfFacetsDoNotShow() {
        // every pair of facets is linked, and yet a1 and a2 differ by what b2 and c2 may make up for
        RatingTable table = table(List.of(
                new String[] {"a1", "b1", "c1"}, new String[] {"a1", "b2", "c2"}, new String[] {"a2", "b1", "c2"}));

        assertThat(Connectivity.check(table)).isInstanceOfSatisfying(Design.Disconnected.class, design -> {
            assertThat(design.defect()).isEqualTo(1);
            assertThat(design.blocks()).hasSize(2);
            assertThat(design.bridges()).hasSize(1);
        });
    }

    @Test
    void namesFacetsThatAreNestedButLeaveCandidatesComparable() {
        RatingTableBuilder rows = RatingTable.builder(new Scale(1, 5), "interviewer", "dimension", "question");
        for (String candidate : List.of("a", "b")) {
            rows.add(candidate, 3, "i", "code", "sort").add(candidate, 4, "j", "design", "cache");
            rows.add(candidate, 3, "i", "design", "queue").add(candidate, 2, "j", "code", "parse");
        }

        assertThat(Connectivity.check(rows.build())).isInstanceOfSatisfying(Design.Connected.class, design -> {
            assertThat(design.confounded()).contains("question");
            assertThat(design.sentence()).contains("question");
        });
    }

    @Test
    void findsTheCompanyConnected() {
        assertThat(Connectivity.check(ratings("measurement/medium_company.csv", 5)))
                .isEqualTo(new Design.Connected(328, 330, List.of()));
        assertThat(Connectivity.check(ratings("measurement/guilford_creativity.csv", 9)))
                .isEqualTo(new Design.Connected(13, 15, List.of()));
    }

    /** Rows of candidate, interviewer, dimension, each once, rated 3. */
    private static RatingTable table(List<String[]> rows) {
        RatingTableBuilder table = RatingTable.builder(new Scale(1, 5), "interviewer", "dimension");
        rows.stream()
                .map(row -> String.join(",", row))
                .distinct()
                .map(row -> row.split(",", -1))
                .forEach(row -> table.add(row[0], 3, row[1], row[2]));
        return table.build();
    }
}
