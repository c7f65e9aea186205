package touchstone.measurement.ratings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How often intervals of 90 % hold the true fair score, over 500 simulated panels of 10 candidates. */
class CoverageTests {

    private static final int PANELS = 500;

    private static double coverage(Panels.Plan plan, double pairing) {
        int held = 0;
        for (int seed = 0; seed < PANELS; seed++) {
            Panels panel = Panels.simulate(plan, seed);
            Posterior posterior = Posterior.of(MaximumPosterior.withDefaults().fit(panel.table), seed)
                    .withDraws(500)
                    .withConfidence(0.9)
                    .withPairing(pairing);
            for (int n = 0; n < plan.candidates(); n++) {
                held += posterior.fairScore("c" + n).interval().contains(panel.fair(n)) ? 1 : 0;
            }
        }
        return (double) held / (PANELS * plan.candidates());
    }

    @Test
    void isNominalWhereTheModelHolds() {
        assertThat(coverage(new Panels.Plan(10, 6, 6, 4, 0, 0, 0), 0)).isBetween(0.88, 0.93);
    }

    @Test
    void holdsUnderDrift() {
        assertThat(coverage(new Panels.Plan(10, 6, 6, 4, 0, 0, 0.5), Posterior.USUAL_PAIRING))
                .isBetween(0.88, 0.93);
    }

    @Test
    void needsTheAllowanceWhereInterviewersTakeToCandidates() {
        Panels.Plan plan = new Panels.Plan(10, 6, 6, 4, 0.4, 0, 0);

        assertThat(coverage(plan, 0)).isBetween(0.81, 0.86);
        assertThat(coverage(plan, Posterior.USUAL_PAIRING)).isBetween(0.86, 0.91);
    }

    /** docs/guides/read-fair-scores.md says so. */
    @Test
    void breaksUnderStrongHaloAndUnderAllOfIt() {
        assertThat(coverage(new Panels.Plan(10, 6, 6, 4, 0, 0.5, 0), Posterior.USUAL_PAIRING))
                .isBetween(0.76, 0.84);
        assertThat(coverage(new Panels.Plan(10, 6, 6, 4, 0.4, 0.3, 0.3), Posterior.USUAL_PAIRING))
                .isBetween(0.81, 0.87);
    }
}
