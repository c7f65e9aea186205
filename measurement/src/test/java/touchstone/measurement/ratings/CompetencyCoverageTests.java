package touchstone.measurement.ratings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import touchstone.chance.Chance;

/**
 * Fair scores of single competencies: each candidate in each competency is what is rated, severity is common to all. 12
 * candidates, 6 interviewers, 5 competencies; profiles of sd 0.7 about each candidate's N(0, 1), pairings of sd 0.4, what is
 * between 0.2 and 0.8 goes by the mean as given. docs/guides/read-fair-scores.md has the figures.
 */
class CompetencyCoverageTests {

    private static final int PANELS = 150;
    private static final int CANDIDATES = 12;
    private static final int INTERVIEWERS = 6;
    private static final int COMPETENCIES = 5;
    private static final double[] TAU = {-1.8, -0.6, 0.6, 1.8};

    private static final class Tally {
        int units;
        int held;
        int said;
        int wrongly;
        int wrongByMean;
        int wrongByRule;
        int reversed;
        int rightly;

        double share(int part, int whole) {
            return (double) part / whole;
        }
    }

    /** What is simulated: interviewers for each candidate, sd of severities, the bar. */
    private record Plan(int each, double severity, double bar) {}

    private static Tally run(Plan plan) {
        Tally tally = new Tally();
        for (int seed = 0; seed < PANELS; seed++) {
            panel(plan, seed, tally);
        }
        return tally;
    }

    private static void panel(Plan plan, int seed, Tally tally) {
        RandomGenerator draws = Chance.ofSeed(seed).stream("competencies").generator();
        double[] severity = Panels.normal(INTERVIEWERS, plan.severity(), draws);
        double[][] theta = new double[CANDIDATES][];
        double[][] sums = new double[CANDIDATES][COMPETENCIES];
        RatingTableBuilder rows = RatingTable.builder(new Scale(1, 5), Facet.INTERVIEWER);
        for (int n = 0; n < CANDIDATES; n++) {
            double level = draws.nextGaussian();
            theta[n] = Panels.normal(COMPETENCIES, 0.7, draws);
            List<Integer> those = Chance.ofSeed(seed).stream("who")
                    .key(n)
                    .shuffled(IntStream.range(0, INTERVIEWERS).boxed().toList())
                    .subList(0, plan.each());
            for (int d = 0; d < COMPETENCIES; d++) {
                theta[n][d] += level;
            }
            for (int j : those) {
                double pairing = 0.4 * draws.nextGaussian();
                for (int d = 0; d < COMPETENCIES; d++) {
                    int step = Panels.draw(theta[n][d] - severity[j] + pairing, TAU, draws);
                    sums[n][d] += 1 + step;
                    rows.add("c" + n + " " + d, 1 + step, "i" + j);
                }
            }
        }
        Posterior posterior = Posterior.of(MaximumPosterior.withDefaults().fit(rows.build()), seed)
                .withDraws(500)
                .withPairing(Posterior.USUAL_PAIRING);
        for (int n = 0; n < CANDIDATES; n++) {
            for (int d = 0; d < COMPETENCIES; d++) {
                judge(posterior, "c" + n + " " + d, fair(theta[n][d]), sums[n][d] / plan.each(), plan.bar(), tally);
            }
        }
    }

    private static void judge(Posterior posterior, String unit, double truth, double mean, double bar, Tally tally) {
        tally.units++;
        tally.held += posterior.fairScore(unit).interval().contains(truth) ? 1 : 0;
        boolean above = truth >= bar;
        boolean byMean = mean >= bar;
        boolean byRule = switch (Evidence.of(posterior.probabilityAtLeast(unit, bar))) {
            case LIKELY_ABOVE -> true;
            case LIKELY_BELOW -> false;
            case INSUFFICIENT -> byMean;
        };
        if (Evidence.of(posterior.probabilityAtLeast(unit, bar)) != Evidence.INSUFFICIENT) {
            tally.said++;
            tally.wrongly += byRule == above ? 0 : 1;
        }
        tally.wrongByMean += byMean == above ? 0 : 1;
        tally.wrongByRule += byRule == above ? 0 : 1;
        tally.reversed += byRule == byMean ? 0 : 1;
        tally.rightly += byRule != byMean && byRule == above ? 1 : 0;
    }

    private static double fair(double theta) {
        double sum = 0;
        double weighted = 0;
        double exponent = 0;
        for (int k = 0; k <= TAU.length; k++) {
            exponent += k == 0 ? 0 : theta - TAU[k - 1];
            sum += Math.exp(exponent);
            weighted += k * Math.exp(exponent);
        }
        return 1 + weighted / sum;
    }

    @Test
    void saysNothingOfMostDoubtfulOnesAndIsMostlyRightAboutTheRest() {
        Tally usual = run(new Plan(2, 0.6, 3));

        assertThat(usual.share(usual.held, usual.units)).isBetween(0.81, 0.88);
        assertThat(usual.share(usual.said, usual.units)).isBetween(0.48, 0.58);
        assertThat(usual.share(usual.wrongly, usual.said)).isLessThan(0.11);
        assertThat(usual.wrongByRule).isLessThanOrEqualTo(usual.wrongByMean);
    }

    @Test
    void overturnsAMeanSeldomAndThenMostlyRightly() {
        Tally strict = run(new Plan(2, 1.0, 4));

        assertThat(strict.share(strict.reversed, strict.units)).isBetween(0.005, 0.02);
        assertThat(strict.share(strict.rightly, strict.reversed)).isGreaterThan(0.85);
        assertThat(strict.wrongByRule).isLessThan(strict.wrongByMean);
    }
}
