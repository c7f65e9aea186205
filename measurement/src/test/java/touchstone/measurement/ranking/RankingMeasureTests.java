package touchstone.measurement.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static touchstone.measurement.ranking.Fixture.ranking;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import touchstone.chance.Chance;
import touchstone.measurement.ranking.trec.TrecFiles;

class RankingMeasureTests {

    private static final List<RankingMeasure> ALL = List.of(
            new Ndcg(10),
            new Ndcg(3),
            new RecallAt(5),
            new PrecisionAt(5),
            new ReciprocalRank(),
            new AveragePrecision(),
            new SetF1());

    /** Returned: unjudged, grade 2, negative, grade 1; grade 3 was not found. */
    private static final Ranking RETURNED = ranking("u", "two", "minus", "one");

    private static final Judgements JUDGED =
            Judgements.of(Map.of("two", 2, "one", 1, "three", 3, "zero", 0, "minus", -1));

    @Test
    void agreesWithHandArithmetic() {
        // DCG  = 2/log2(3) + 1/log2(5) = 1.26186 + 0.43068 = 1.69254
        // ideal = 3/log2(2) + 2/log2(3) + 1/log2(4) = 3 + 1.26186 + 0.5 = 4.76186; quotient 0.355436
        assertThat(new Ndcg(10).of(RETURNED, JUDGED)).isCloseTo(0.355436, within(1e-6));
        // at 2: 1.26186 / 4.26186 = 0.296082
        assertThat(new Ndcg(2).of(RETURNED, JUDGED)).isCloseTo(0.296082, within(1e-6));
        assertThat(new RecallAt(2).of(RETURNED, JUDGED)).isEqualTo(1 / 3.0);
        assertThat(new RecallAt(10).of(RETURNED, JUDGED)).isEqualTo(2 / 3.0);
        assertThat(new PrecisionAt(4).of(RETURNED, JUDGED)).isEqualTo(0.5);
        // five places, four of them filled
        assertThat(new PrecisionAt(5).of(RETURNED, JUDGED)).isEqualTo(0.4);
        assertThat(new ReciprocalRank().of(RETURNED, JUDGED)).isEqualTo(0.5);
        // (1/2 + 2/4) / 3
        assertThat(new AveragePrecision().of(RETURNED, JUDGED)).isCloseTo(1 / 3.0, within(1e-12));
        // precision 2/4, recall 2/3
        assertThat(new SetF1().of(RETURNED, JUDGED)).isCloseTo(2 * 0.5 * (2 / 3.0) / (0.5 + 2 / 3.0), within(1e-12));
    }

    @Test
    void agreesWithTrecEval() {
        Qrels qrels = TrecFiles.qrels(Fixture.file("trec.qrels"));
        Run run = TrecFiles.run(Fixture.file("trec.run"));
        Map<String, Map<String, Double>> reference = Fixture.table("trec-values.txt");
        Map<String, RankingMeasure> columns = Map.ofEntries(
                Map.entry("ndcg_cut_1", new Ndcg(1)),
                Map.entry("ndcg_cut_3", new Ndcg(3)),
                Map.entry("ndcg_cut_10", new Ndcg(10)),
                Map.entry("P_1", new PrecisionAt(1)),
                Map.entry("P_5", new PrecisionAt(5)),
                Map.entry("P_10", new PrecisionAt(10)),
                Map.entry("recall_1", new RecallAt(1)),
                Map.entry("recall_5", new RecallAt(5)),
                Map.entry("recall_10", new RecallAt(10)),
                Map.entry("map", new AveragePrecision()),
                Map.entry("recip_rank", new ReciprocalRank()),
                Map.entry("set_F", new SetF1()));
        Evaluation evaluation = Evaluation.of(qrels, run, Evaluation.Missing.LEFT_OUT);

        columns.forEach((column, measure) -> {
            Map<String, Double> found = evaluation.values(measure);
            assertThat(found.keySet()).isEqualTo(reference.keySet());
            found.forEach((topic, value) -> assertThat(value)
                    .as("%s of %s", column, topic)
                    .isCloseTo(reference.getOrDefault(topic, Map.of()).getOrDefault(column, -1.0), within(1e-12)));
        });
    }

    @Test
    void countsTopicsThatTheRunLacksAsZeroUnlessToldOtherwise() {
        Qrels qrels = Qrels.of(Map.of("1", JUDGED, "2", JUDGED, "3", Judgements.of(Map.of("x", 0))));
        Run run = new Run("mine", Map.of("1", RETURNED, "3", RETURNED, "99", RETURNED));

        Evaluation whole = Evaluation.of(qrels, run);
        Evaluation both = Evaluation.of(qrels, run, Evaluation.Missing.LEFT_OUT);

        assertThat(whole.values(new ReciprocalRank())).isEqualTo(Map.of("1", 0.5, "2", 0.0, "3", 0.0));
        assertThat(both.values(new ReciprocalRank())).isEqualTo(Map.of("1", 0.5, "3", 0.0));
        assertThat(whole.missing()).containsExactly("2").isEqualTo(both.missing());
        assertThat(whole.unjudged()).containsExactly("99");
        assertThat(whole.hopeless()).containsExactly("3");
    }

    @Test
    void breaksTiesByIdDescendingWhateverTheOrderGiven() {
        // strcmp: '€' (E2 82 AC) < '\uFF21' (EF BC A1) < '𝄞' (F0 9D 84 9E); UTF-16 would put 𝄞 before \uFF21
        List<Scored> results = new ArrayList<>(List.of(
                new Scored("a", 1),
                new Scored("b", 1),
                new Scored("ab", 1),
                new Scored("\uFF21", 1),
                new Scored("𝄞", 1),
                new Scored("€", 1),
                new Scored("low", -2),
                new Scored("high", 1.5)));
        for (long seed = 0; seed < 20; seed++) {
            assertThat(Ranking.byScore(Chance.ofSeed(seed).shuffled(results)).documents())
                    .containsExactly("high", "𝄞", "\uFF21", "€", "b", "ab", "a", "low");
        }
    }

    @Test
    void staysBetweenZeroAndOneAndRewardsNothingIrrelevant() {
        for (long seed = 0; seed < 500; seed++) {
            RandomGenerator draws = Chance.ofSeed(seed).generator();
            Judgements judgements = Fixture.judgements(draws);
            Ranking ranking = new Ranking(Fixture.documents(draws));
            boolean found = ranking.documents().stream().anyMatch(document -> judgements.grade(document) > 0);
            for (RankingMeasure measure : ALL) {
                double value = measure.of(ranking, judgements);
                assertThat(value).as("%s, seed %d", measure.name(), seed).isBetween(0.0, 1.0 + 1e-12);
                if (!found) {
                    assertThat(value).isZero();
                }
            }
        }
    }

    @Test
    void neverFallsWhenABetterDocumentMovesUp() {
        for (long seed = 0; seed < 500; seed++) {
            RandomGenerator draws = Chance.ofSeed(seed).generator();
            Judgements judgements = Fixture.judgements(draws);
            List<String> documents = new ArrayList<>(Fixture.documents(draws));
            for (int i = 1; i < documents.size(); i++) {
                List<String> swapped = new ArrayList<>(documents);
                Collections.swap(swapped, i - 1, i);
                boolean up = judgements.grade(documents.get(i)) > judgements.grade(documents.get(i - 1));
                for (RankingMeasure measure : ALL) {
                    double before = measure.of(new Ranking(documents), judgements);
                    double after = measure.of(new Ranking(swapped), judgements);
                    if (up) {
                        assertThat(after).as(measure.name()).isGreaterThanOrEqualTo(before - 1e-12);
                    }
                }
            }
        }
    }

    @Test
    void givesOneToTheBestRanking() {
        Ranking best = ranking("three", "two", "one");
        for (RankingMeasure measure : List.of(
                new Ndcg(1),
                new Ndcg(3),
                new Ndcg(10),
                new RecallAt(3),
                new PrecisionAt(3),
                new AveragePrecision(),
                new ReciprocalRank(),
                new SetF1())) {
            assertThat(measure.of(best, JUDGED)).as(measure.name()).isEqualTo(1);
        }
    }

    @Test
    void givesZeroToTopicsWithoutRelevantDocuments() {
        Judgements none = Judgements.of(Map.of("a", 0, "b", -2));
        for (RankingMeasure measure : ALL) {
            assertThat(measure.of(ranking("a", "b", "c"), none)).isZero();
            assertThat(measure.of(ranking(), none)).isZero();
            assertThat(measure.of(ranking(), JUDGED)).isZero();
        }
    }

    @Test
    void refusesWhatIsNoRanking() {
        assertThatThrownBy(() -> ranking("a", "b", "a")).hasMessage("the document a stands twice in a ranking");
        assertThatThrownBy(() -> new Scored("a", Double.NaN)).hasMessageContaining("finite");
        assertThatThrownBy(() -> new Ndcg(0)).hasMessageContaining("at least 1");
        assertThatThrownBy(() -> Qrels.of(Map.of())).hasMessageContaining("at least one topic");
    }
}
