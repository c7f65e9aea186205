package touchstone.measurement.ratings;

/**
 * Newton's method on all parameters at once, with the candidates eliminated; the step is halved where it would lead down. The
 * objective is concave, so that the end is the maximum.
 *
 * @param point the maximum
 * @param sweep value, gradient and curvature there
 * @param curvature its reduced matrix, decomposed
 * @param converged whether the last step was below the tolerance
 */
record Newton(Point point, Sweep sweep, Cholesky curvature, int iterations, boolean converged) {

    private static final double LONGEST_STEP = 3;
    private static final int MOST_HALVINGS = 30;

    /**
     * Maximises.
     *
     * @throws RatingsException when the ratings leave a direction undetermined
     */
    static Newton maximise(Problem problem, Pattern pattern, Point start, double tolerance, int most, Threads threads) {
        Sweep sweep = new Sweep(problem, pattern, threads);
        Point point = start;
        sweep.at(point);
        boolean converged = false;
        int iteration = 0;
        while (!converged && iteration < most) {
            iteration++;
            Point step = sweep.step(decompose(sweep, problem));
            double length = step.size();
            double factor = Math.min(1, LONGEST_STEP / Math.max(length, 1e-300));
            double before = sweep.value;
            Point next = point.plus(step, factor);
            sweep.at(next);
            for (int i = 0; i < MOST_HALVINGS && !(sweep.value >= before - 1e-9 * (1 + Math.abs(before))); i++) {
                factor /= 2;
                next = point.plus(step, factor);
                sweep.at(next);
            }
            point = next;
            converged = length * factor < tolerance;
        }
        return new Newton(point, sweep, decompose(sweep, problem), iteration, converged);
    }

    private static Cholesky decompose(Sweep sweep, Problem problem) {
        try {
            return Cholesky.of(sweep.reduced, problem.layout.size);
        } catch (Cholesky.NotPositiveException singular) {
            throw new RatingsException(
                    "the ratings do not determine every measure: some interviewers, dimensions or candidates are not"
                        + " linked by common ratings, or a category is never used; the maximum posterior needs no such"
                        + " link");
        }
    }
}
