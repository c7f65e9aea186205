package touchstone.measurement.ratings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/**
 * The default estimator at every size: the maximum of the posterior under normal priors, with Laplace's normal approximation
 * around it.
 *
 * <p>It exists and is unique for any ratings: one rater, one candidate, all ratings equal, blocks that never met. In the last
 * case the comparison rests on the priors alone, so ask {@link Connectivity} first. Errors are posterior standard deviations
 * and include what is not known of severities and thresholds.
 *
 * <p>Sources: D. V. Lindley and A. F. M. Smith, "Bayes estimates for the linear model", JRSS B 34 (1972), 1-41 (normal priors
 * of exchangeable effects); L. Tierney and J. B. Kadane, JASA 81 (1986), 82-86 (Laplace's approximation). Search: Newton with
 * the candidates eliminated, to a largest step below the tolerance.
 */
public final class MaximumPosterior {

    private static final int MOST_ITERATIONS = 100;

    private final Model model;
    private final Priors priors;
    private final List<Known> known;
    private final double tolerance;
    private final int threads;
    private final Optional<Fit> start;

    private MaximumPosterior(
            Model model, Priors priors, List<Known> known, double tolerance, int threads, Optional<Fit> start) {
        this.model = model;
        this.priors = priors;
        this.known = List.copyOf(known);
        this.tolerance = tolerance;
        this.threads = threads;
        this.start = start;
    }

    /** Rating scale, {@link Priors#standard()}, steps below 1e-6 logits, one thread. */
    public static MaximumPosterior withDefaults() {
        return new MaximumPosterior(new Model.RatingScale(), Priors.standard(), List.of(), 1e-6, 1, Optional.empty());
    }

    /** The same with other thresholds. */
    public MaximumPosterior withModel(Model other) {
        return new MaximumPosterior(other, priors, known, tolerance, threads, start);
    }

    /** The same with other priors. */
    public MaximumPosterior withPriors(Priors other) {
        return new MaximumPosterior(model, other, known, tolerance, threads, start);
    }

    /** The same with earlier calibrations or anchors; they replace the priors of their elements. */
    public MaximumPosterior withKnown(List<Known> facts) {
        return new MaximumPosterior(model, priors, facts, tolerance, threads, start);
    }

    /** The same, stopping at steps below this many logits, 1e-12 to 0.1. */
    public MaximumPosterior withTolerance(double logits) {
        if (!(logits >= 1e-12 && logits <= 0.1)) {
            throw new RatingsException("a tolerance lies between 1e-12 and 0.1 logits, got " + logits);
        }
        return new MaximumPosterior(model, priors, known, logits, threads, start);
    }

    /** The same on this many threads, 1 to 64; the result does not depend on it. */
    public MaximumPosterior withThreads(int count) {
        if (count < 1 || count > 64) {
            throw new RatingsException("a fit runs on 1 to 64 threads, got " + count);
        }
        return new MaximumPosterior(model, priors, known, tolerance, count, start);
    }

    /** The same, beginning at the measures of an earlier fit; the result does not depend on it. */
    public MaximumPosterior startingFrom(Fit earlier) {
        return new MaximumPosterior(model, priors, known, tolerance, threads, Optional.of(earlier));
    }

    /**
     * The same with the standard deviations of candidates and interviewers learnt from these ratings (empirical Bayes); wants
     * about 300 ratings. With fewer than ten interviewers nothing can be learnt and the priors stay.
     */
    public MaximumPosterior learningSpreadFrom(RatingTable table) {
        return EmpiricalPriors.canLearn(table) ? withPriors(EmpiricalPriors.learn(this, table)) : this;
    }

    /** Priors as they are set. */
    public Priors priors() {
        return priors;
    }

    /**
     * Fits.
     *
     * @throws RatingsException when something known names a facet that the ratings do not have
     */
    public Fit fit(RatingTable table) {
        Layout layout = Layout.of(table, model);
        Problem problem = problem(table, layout);
        Pattern pattern = Pattern.of(table, layout);
        Point from = start.map(earlier -> Starts.fromFit(problem, earlier)).orElseGet(() -> Starts.fromScores(problem));
        Provenance provenance =
                new Provenance("maximum posterior", model.toString(), settings(), table.digest(), table.size());
        return fit(problem, pattern, from, provenance);
    }

    /** Fits anew to some of the rows of a fit; elements that are left without ratings fall back to their priors. */
    Fit refit(Fit fit, IntPredicate keeps, String what) {
        Problem problem = problem(fit.table(), fit.problem.layout);
        boolean[] used = new boolean[fit.table().size()];
        for (int row = 0; row < used.length; row++) {
            used[row] = keeps.test(row);
        }
        problem.used = used;
        Pattern pattern = fit.curvature().pattern;
        return fit(problem, pattern, fit.point, fit.provenance().with("left out", what));
    }

    private Problem problem(RatingTable table, Layout layout) {
        Problem problem = new Problem(table, layout);
        problem.normalPriors(priors);
        problem.known(known);
        return problem;
    }

    private Fit fit(Problem problem, Pattern pattern, Point from, Provenance provenance) {
        try (Threads pool = new Threads(threads)) {
            Newton found = Newton.maximise(problem, pattern, from, tolerance, MOST_ITERATIONS, pool);
            Curvature curvature = Curvature.of(found, problem, pattern);
            Fit.Summary summary = new Fit.Summary(
                    found.sweep().logLikelihood,
                    OptionalDouble.of(logEvidence(problem, found, curvature)),
                    Optional.empty(),
                    found.iterations(),
                    found.converged(),
                    notes(problem.table, found),
                    provenance);
            return new Fit(
                    problem,
                    model,
                    found.point(),
                    curvature.errors(),
                    Extreme.scores(problem),
                    summary,
                    Optional.of(new Fit.Basis(this, curvature)));
        }
    }

    /** log p(y, MAP) - log det(H) / 2 + (number of parameters / 2) log 2 pi; the powers of 2 pi cancel with the priors'. */
    private static double logEvidence(Problem problem, Newton found, Curvature curvature) {
        double sum = found.sweep().value - curvature.logDeterminant() / 2;
        for (double precision : problem.thetaPrecision) {
            sum += precision > 0 ? Math.log(precision) / 2 : 0;
        }
        for (double precision : problem.restPrecision) {
            sum += precision > 0 ? Math.log(precision) / 2 : 0;
        }
        return sum;
    }

    private static List<String> notes(RatingTable table, Newton found) {
        List<String> notes = new ArrayList<>();
        if (!found.converged()) {
            notes.add("the search did not converge in " + MOST_ITERATIONS + " iterations; do not use these measures");
        }
        Unused.categories(table).ifPresent(notes::add);
        return List.copyOf(notes);
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>(priors.settings());
        settings.put("tolerance", Double.toString(tolerance));
        known.forEach(
                fact -> settings.put("known " + fact.facet() + " " + fact.element(), fact.mean() + " sd " + fact.sd()));
        return settings;
    }
}
