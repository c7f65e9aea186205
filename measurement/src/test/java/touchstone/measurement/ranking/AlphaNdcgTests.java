package touchstone.measurement.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static touchstone.measurement.ranking.Fixture.ranking;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import touchstone.measurement.ranking.trec.TrecFiles;

class AlphaNdcgTests {

    private static final Nuggets NUGGETS =
            new Nuggets(Map.of("both", Set.of("x", "y"), "x1", Set.of("x"), "x2", Set.of("x"), "y1", Set.of("y")));

    @Test
    void agreesWithHandArithmetic() {
        // returned x1, x2, y1: gains 1, 0.5, 1; DCG = 1 + 0.5/log2(3) + 1/2 = 1.815465
        // ideal both, y1, x2 (greedy): gains 2, 0.5, 0.5; DCG = 2 + 0.5/log2(3) + 0.25 = 2.565465; quotient 0.707655
        assertThat(AlphaNdcg.at(3).of(ranking("x1", "x2", "y1"), NUGGETS)).isCloseTo(0.707655, within(1e-6));
        // repetition costs nothing at alpha 0: gains 1, 1, 1 = 2.130930; ideal 2, 1, 1 = 3.130930
        assertThat(new AlphaNdcg(0, 3).of(ranking("x1", "x2", "y1"), NUGGETS)).isCloseTo(0.680606, within(1e-6));
        // at alpha 1 a nugget counts once: gains 1, 0, 1 = 1.5; ideal 2, 0, 0
        assertThat(new AlphaNdcg(1, 3).of(ranking("x1", "x2", "y1"), NUGGETS)).isCloseTo(0.75, within(1e-12));
    }

    @Test
    void agreesWithNdeval() {
        Map<String, Map<String, Set<String>>> held = new HashMap<>();
        for (String line : Fixture.lines("nuggets.txt")) {
            String[] cells = line.split(" ", -1);
            held.computeIfAbsent(cells[0], _ -> new HashMap<>())
                    .computeIfAbsent(cells[2], _ -> new HashSet<>())
                    .add(cells[1]);
        }
        Map<String, Ranking> run = TrecFiles.run(Fixture.file("nuggets.run")).topics();
        Map<String, Map<String, Double>> reference = Fixture.table("nuggets-values.txt");
        assertThat(reference).hasSizeGreaterThan(20);
        reference.forEach((topic, values) -> values.forEach((column, value) -> {
            int cutoff = Integer.parseInt(column.substring(column.indexOf('@') + 1));
            Nuggets nuggets = new Nuggets(held.getOrDefault(topic, Map.of()));
            assertThat(AlphaNdcg.at(cutoff).of(run.getOrDefault(topic, ranking()), nuggets))
                    .as("%s of %s", column, topic)
                    .isCloseTo(value, within(1e-9));
        }));
    }

    @Test
    void prefersNewNuggetsToRepeatedOnes() {
        assertThat(AlphaNdcg.at(2).of(ranking("x1", "y1"), NUGGETS))
                .isGreaterThan(AlphaNdcg.at(2).of(ranking("x1", "x2"), NUGGETS));
        assertThat(AlphaNdcg.at(2).of(ranking("both"), NUGGETS)).isLessThan(1);
        assertThat(AlphaNdcg.at(1).of(ranking("both"), NUGGETS)).isEqualTo(1);
    }

    @Test
    void isZeroWithoutNuggets() {
        assertThat(AlphaNdcg.at(5).of(ranking("a", "b"), NUGGETS)).isZero();
        assertThat(AlphaNdcg.at(5).of(ranking("a", "b"), new Nuggets(Map.of()))).isZero();
        assertThat(AlphaNdcg.at(5).of(ranking(), NUGGETS)).isZero();
        assertThatThrownBy(() -> new AlphaNdcg(1.5, 5)).hasMessageContaining("alpha lies between 0 and 1");
    }

    @Test
    void isNdcgWhenEveryDocumentHoldsItsOwnNugget() {
        Nuggets own = new Nuggets(Map.of("a", Set.of("1"), "b", Set.of("2"), "c", Set.of("3")));
        Judgements same = Judgements.of(Map.of("a", 1, "b", 1, "c", 1));
        Ranking ranking = ranking("z", "b", "y", "a");

        assertThat(AlphaNdcg.at(10).of(ranking, own)).isCloseTo(new Ndcg(10).of(ranking, same), within(1e-12));
    }
}
