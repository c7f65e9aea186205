package touchstone.measurement.ratings;

import java.util.function.DoubleUnaryOperator;

/**
 * Standard deviations of candidates and interviewers that make the ratings most probable: the maximum of Laplace's evidence,
 * with a half-normal prior of 0.5 logits on the interviewers' one, which keeps it from exploding; in turns, by golden section
 * on the logarithm, between bounds.
 */
final class EmpiricalPriors {

    /** With fewer interviewers their spread cannot be learnt. */
    static final int FEWEST_INTERVIEWERS = 10;

    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final double PENALTY = 0.5;
    private static final int ROUNDS = 3;
    private static final double CLOSE = 0.01;

    private EmpiricalPriors() {}

    static boolean canLearn(RatingTable table) {
        return table.facet(Facet.INTERVIEWER)
                .filter(facet -> facet.elements().size() >= FEWEST_INTERVIEWERS)
                .isPresent();
    }

    /** Priors like those of the estimator but for the two that are learnt. */
    static Priors learn(MaximumPosterior estimator, RatingTable table) {
        Fit near = estimator.fit(table);
        Priors found = estimator.priors();
        for (int round = 0; round < ROUNDS; round++) {
            double candidate = found.candidate();
            double interviewer = best(0.05, 2, sd -> objective(estimator, near, candidate, sd));
            double wider = best(0.2, 5, sd -> objective(estimator, near, sd, interviewer));
            found = found.withSpread(wider, interviewer);
        }
        return found;
    }

    private static double objective(MaximumPosterior estimator, Fit near, double candidate, double interviewer) {
        Fit fit = estimator
                .withPriors(estimator.priors().withSpread(candidate, interviewer))
                .refit(near, _ -> true, "nothing");
        return fit.logEvidence().orElseThrow() - interviewer * interviewer / (2 * PENALTY * PENALTY);
    }

    private static double best(double low, double high, DoubleUnaryOperator objective) {
        double from = Math.log(low);
        double to = Math.log(high);
        double left = to - GOLDEN * (to - from);
        double right = from + GOLDEN * (to - from);
        double atLeft = objective.applyAsDouble(Math.exp(left));
        double atRight = objective.applyAsDouble(Math.exp(right));
        while (to - from > CLOSE) {
            if (atLeft > atRight) {
                to = right;
                right = left;
                atRight = atLeft;
                left = to - GOLDEN * (to - from);
                atLeft = objective.applyAsDouble(Math.exp(left));
            } else {
                from = left;
                left = right;
                atLeft = atRight;
                right = from + GOLDEN * (to - from);
                atRight = objective.applyAsDouble(Math.exp(right));
            }
        }
        return Math.exp((from + to) / 2);
    }
}
