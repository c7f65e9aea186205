package touchstone.measurement.ratings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import touchstone.chance.Chance;
import touchstone.measurement.ratings.bias.BiasTerm;
import touchstone.measurement.ratings.bias.InterviewerBias;
import touchstone.measurement.ratings.bias.InterviewerComparison;

/**
 * Companies with 8 interviewers (severities of sd 0.6, pairings of sd 0.4) and 5 dimensions; every third candidate declares
 * "few", the others "many". The first interviewer is stricter with "few" by a known number of logits.
 */
class InterviewerBiasTests {

    private static final int RUNS = 100;
    private static final double[] TAU = {-1.8, -0.6, 0.6, 1.8};

    private static RatingTable company(int candidates, int each, double bias, long seed) {
        RandomGenerator draws = Chance.ofSeed(seed).stream("bias").generator();
        double[] severity = Panels.normal(8, 0.6, draws);
        double[] hard = Panels.normal(5, 0.4, draws);
        RatingTableBuilder rows = RatingTable.builder(new Scale(1, 5), Facet.INTERVIEWER, Facet.DIMENSION);
        for (int n = 0; n < candidates; n++) {
            double theta = draws.nextGaussian();
            List<Integer> those = Chance.ofSeed(seed).stream("who")
                    .key(n)
                    .shuffled(IntStream.range(0, 8).boxed().toList())
                    .subList(0, each);
            for (int j : those) {
                double strict = j == 0 && n % 3 == 0 ? bias : 0;
                double eta = theta - severity[j] + 0.4 * draws.nextGaussian() - strict;
                for (int d = 0; d < 5; d++) {
                    rows.add("c" + n, 1 + Panels.draw(eta - hard[d], TAU, draws), "i" + j, "d" + d);
                }
            }
        }
        return rows.build();
    }

    private static Map<String, String> declared(int candidates) {
        Map<String, String> groups = new HashMap<>();
        IntStream.range(0, candidates).forEach(n -> groups.put("c" + n, n % 3 == 0 ? "few" : "many"));
        return groups;
    }

    private static InterviewerComparison.Compared compared(RatingTable table, Map<String, String> groups) {
        return (InterviewerComparison.Compared)
                InterviewerBias.of(table, groups, Function.identity()).getFirst();
    }

    private static double flagged(int candidates, int each, double bias, String interviewer) {
        long found = IntStream.range(0, RUNS)
                .filter(seed -> compared(company(candidates, each, bias, seed), declared(candidates)).shown().stream()
                        .anyMatch(term -> term.flagged() && term.element().matches(interviewer)))
                .count();
        return (double) found / RUNS;
    }

    /** docs/guides/read-fair-scores.md has the figures. */
    @Test
    void seldomFlagsAnybodyWithoutBiasAndFindsALargeOneInManyRatings() {
        assertThat(flagged(60, 4, 0, ".*")).isLessThanOrEqualTo(0.04);
        assertThat(flagged(60, 4, 1, "i0")).isBetween(0.4, 0.7);
        assertThat(flagged(200, 4, 1, "i0")).isGreaterThan(0.9);
    }

    @Test
    void widensTheErrorForWhatAnInterviewHasInCommon() {
        BiasTerm term = compared(company(60, 4, 0, 1), declared(60)).shown().getFirst();
        double interviews = term.focal().ratings() / 5.0;

        assertThat(term.focal().error()).isGreaterThan(0.3 / Math.sqrt(interviews));
    }

    @Test
    void namesNeitherSmallGroupsNorSmallCells() {
        RatingTable table = company(60, 2, 0, 3);
        Map<String, String> groups = declared(60);
        IntStream.of(1, 2, 4, 5).forEach(n -> groups.put("c" + n, "handful"));

        List<InterviewerComparison> found = InterviewerBias.of(table, groups, Function.identity());

        assertThat(found).extracting(InterviewerComparison::group).containsExactly("few", "handful");
        assertThat(found.get(1)).isEqualTo(new InterviewerComparison.Insufficient("handful"));
        InterviewerComparison.Compared few = (InterviewerComparison.Compared) found.getFirst();
        assertThat(few.people()).isEqualTo(20);
        assertThat(few.untold()).isPositive();
        assertThat(few.shown().size() + few.untold()).isEqualTo(8);
        assertThat(few.shown())
                .allMatch(term ->
                        Math.min(term.focal().ratings(), term.reference().ratings()) >= 25);
        assertThat(few.provenance().settings())
                .containsEntry("pairing sd", "0.3")
                .containsEntry("comparisons", "1");
    }

    @Test
    void countsPeopleAndNotTheirApplications() {
        RatingTable table = company(60, 2, 0, 3);
        Map<String, String> groups = declared(60);
        groups.replaceAll((candidate, group) -> candidate.matches("c(0|3|6|9|12)") ? "few" : "many");

        assertThat(InterviewerBias.of(table, groups, Function.identity())).hasSize(1);
        assertThat(InterviewerBias.of(table, groups, candidate -> candidate.equals("c12") ? "c9" : candidate))
                .isEmpty();
    }

    @Test
    void adjustsForEveryGroupCompared() {
        RatingTable table = company(200, 4, 1, 5);
        Map<String, String> two = declared(200);
        Map<String, String> three = new HashMap<>(two);
        IntStream.range(0, 200).filter(n -> n % 9 == 1).forEach(n -> three.put("c" + n, "third"));
        BiasTerm one = compared(table, two).shown().getFirst();
        BiasTerm other = compared(table, three).shown().getFirst();

        assertThat(one.element()).isEqualTo(other.element());
        assertThat(other.adjusted()).isGreaterThanOrEqualTo(Math.min(1, 2 * other.pValue()));
        assertThat(one.adjusted()).isGreaterThanOrEqualTo(one.pValue());
    }

    @Test
    void refusesRatingsWithoutInterviewers() {
        RatingTable table = RatingTable.builder(new Scale(1, 5), Facet.DIMENSION)
                .add("a", 1, "d")
                .add("b", 2, "d")
                .build();

        assertThatThrownBy(() -> InterviewerBias.of(table, Map.of(), Function.identity()))
                .hasMessage("the ratings have no facet interviewer");
    }
}
