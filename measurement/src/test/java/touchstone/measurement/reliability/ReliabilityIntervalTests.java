package touchstone.measurement.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import touchstone.chance.Chance;
import touchstone.measurement.interval.Interval;
import touchstone.measurement.reliability.DecisionStudy.Criterion;

/** Normal effects: candidate .6, interviewer .4, dimension .2, their pairs .45, .3 and .15, the rest .65. */
class ReliabilityIntervalTests {

    private static final int RUNS = 120;
    private static final Set<String> FIXED = Set.of("dimension");
    private static final double[] SD = {0.6, 0.4, 0.2, 0.45, 0.3, 0.15, 0.65};

    private static CrossedScores simulate(int candidates, int interviewers, int dimensions, int each, long seed) {
        RandomGenerator draws = Chance.ofSeed(seed).stream("gstudy").generator();
        CrossedScores.Builder builder = CrossedScores.builder("candidate", "interviewer", "dimension");
        double[] i = normal(interviewers, SD[1], draws);
        double[] d = normal(dimensions, SD[2], draws);
        double[] id = normal(interviewers * dimensions, SD[5], draws);
        for (int p = 0; p < candidates; p++) {
            double own = SD[0] * draws.nextGaussian();
            double[] pd = normal(dimensions, SD[4], draws);
            List<Integer> those = Chance.ofSeed(seed).stream("who")
                    .key(p)
                    .shuffled(IntStream.range(0, interviewers).boxed().toList())
                    .subList(0, each);
            for (int j : those) {
                double pair = SD[3] * draws.nextGaussian();
                for (int k = 0; k < dimensions; k++) {
                    builder.add(
                            3
                                    + own
                                    + i[j]
                                    + d[k]
                                    + pair
                                    + pd[k]
                                    + id[j * dimensions + k]
                                    + SD[6] * draws.nextGaussian(),
                            "p" + p,
                            "i" + j,
                            "d" + k);
                }
            }
        }
        return builder.build();
    }

    private static double[] normal(int count, double sd, RandomGenerator draws) {
        return draws.doubles(count).map(_ -> sd * draws.nextGaussian()).toArray();
    }

    private static double truth(int dimensions, int n, Criterion criterion) {
        double universe = SD[0] * SD[0] + SD[4] * SD[4] / dimensions;
        double relative = SD[3] * SD[3] / n + SD[6] * SD[6] / (n * dimensions);
        double absolute = relative + SD[1] * SD[1] / n + SD[5] * SD[5] / (n * dimensions);
        return universe / (universe + (criterion == Criterion.ABSOLUTE ? absolute : relative));
    }

    private static Optional<ReliabilityInterval> intervals(CrossedScores scores) {
        boolean complete =
                scores.size() == scores.levels("candidate") * scores.levels("interviewer") * scores.levels("dimension");
        return complete
                ? ReliabilityInterval.ofComplete(scores, Chance.ofSeed(1))
                : ReliabilityInterval.of(RemlComponents.of(scores));
    }

    private static Optional<Interval> interval(CrossedScores scores, int dimensions, Criterion criterion) {
        return intervals(scores)
                .flatMap(one ->
                        one.of("candidate", FIXED, Map.of("interviewer", 4, "dimension", dimensions), criterion));
    }

    /** Of each criterion, how often the interval held the truth. */
    private static Map<Criterion, Double> coverage(int candidates, int interviewers, int dimensions, int each) {
        Map<Criterion, Double> held = new EnumMap<>(Criterion.class);
        Map<String, Integer> plan = Map.of("interviewer", 4, "dimension", dimensions);
        for (int seed = 0; seed < RUNS; seed++) {
            ReliabilityInterval found = intervals(simulate(candidates, interviewers, dimensions, each, seed))
                    .orElseThrow();
            for (Criterion criterion : Criterion.values()) {
                boolean holds = found.of("candidate", FIXED, plan, criterion)
                        .filter(one -> one.contains(truth(dimensions, 4, criterion)))
                        .isPresent();
                held.merge(criterion, holds ? 1.0 / RUNS : 0, Double::sum);
            }
        }
        return held;
    }

    /** docs/guides/measure.md has the figures of these and other designs. */
    @Test
    void holdsTheTruthAboutAsOftenAsItSaysInCompleteDesigns() {
        assertThat(coverage(20, 4, 4, 4).values())
                .allSatisfy(share -> assertThat(share).isBetween(0.9, 0.99));
    }

    @Test
    void holdsTheTruthAboutAsOftenAsItSaysInSparseDesigns() {
        assertThat(coverage(40, 6, 4, 3).values())
                .allSatisfy(share -> assertThat(share).isBetween(0.92, 0.995));
    }

    @Test
    void containsTheEstimateAndNarrowsWithMoreCandidates() {
        Interval few = interval(simulate(20, 6, 4, 3, 1), 4, Criterion.RELATIVE).orElseThrow();
        CrossedScores scores = simulate(160, 6, 4, 3, 1);
        Interval many = interval(scores, 4, Criterion.RELATIVE).orElseThrow();
        Components.Estimated found =
                (Components.Estimated) RemlComponents.of(scores).components();
        double estimate = DecisionStudy.of(found, "candidate", FIXED)
                .at(Map.of("interviewer", 4, "dimension", 4))
                .generalizability();

        assertThat(many.contains(estimate)).isTrue();
        assertThat(many.high() - many.low()).isLessThan((few.high() - few.low()) / 2);
    }

    @Test
    void givesTheSameForTheSameSourceOfChance() {
        CrossedScores scores = simulate(20, 4, 4, 4, 7);

        assertThat(interval(scores, 4, Criterion.ABSOLUTE)).isEqualTo(interval(scores, 4, Criterion.ABSOLUTE));
    }

    @Test
    void saysNothingWhereThereIsNothingToSay() {
        CrossedScores.Builder equal = CrossedScores.builder("candidate", "interviewer");
        CrossedScores.Builder alike = CrossedScores.builder("candidate", "interviewer");
        for (int p = 0; p < 6; p++) {
            for (int i = 0; i < 3; i++) {
                equal.add(3, "p" + p, "i" + i);
                if (p + i != 7) {
                    alike.add(1 + (p + i + p / 3) % 3, "p" + p, "i" + i);
                }
            }
        }

        assertThat(ReliabilityInterval.of(RemlComponents.of(equal.build()))).isEmpty();
        assertThat(ReliabilityInterval.of(RemlComponents.of(alike.build()))
                        .flatMap(one -> one.of("candidate", Set.of(), Map.of("interviewer", 4), Criterion.ABSOLUTE)))
                .isEmpty();
        assertThat(ReliabilityInterval.ofComplete(alike.build(), Chance.ofSeed(1)))
                .isEmpty();
    }
}
