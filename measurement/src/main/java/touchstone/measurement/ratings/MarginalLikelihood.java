package touchstone.measurement.ratings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Marginal maximum likelihood, for the calibration of a whole company: candidates are N(mean, sd^2) and integrated out, so
 * that severities, difficulties and thresholds are consistent however few ratings a candidate has. Sums of severities,
 * difficulties and thresholds are zero.
 *
 * <p>Candidates get the mean and standard deviation of their posterior (EAP). One candidate's ratings are all that its measure
 * rests on, besides the population; the facets are taken as known. Errors of the facets are from the observed information.
 *
 * <p>Source: R. D. Bock and M. Aitkin, Psychometrika 46 (1981), 443-459. Grid of equidistant nodes with normalised normal
 * weights; Newton's method in place of EM.
 */
public final class MarginalLikelihood {

    private static final int MOST_ITERATIONS = 100;
    private static final double TOLERANCE = 1e-8;

    private final Model model;
    private final int count;
    private final double low;
    private final double high;

    private MarginalLikelihood(Model model, int count, double low, double high) {
        this.model = model;
        this.count = count;
        this.low = low;
        this.high = high;
    }

    /** Rating scale, 81 nodes from -10 to 10. */
    public static MarginalLikelihood withDefaults() {
        return new MarginalLikelihood(new Model.RatingScale(), 81, -10, 10);
    }

    /** The same with other thresholds. */
    public MarginalLikelihood withModel(Model other) {
        return new MarginalLikelihood(other, count, low, high);
    }

    /** The same with another grid: 11 to 401 nodes from low to high, in logits. */
    public MarginalLikelihood withNodes(int nodes, double from, double to) {
        if (nodes < 11 || nodes > 401 || !(from < to) || !Double.isFinite(to - from)) {
            throw new RatingsException("a grid has 11 to 401 nodes from a lower to a higher logit, got " + nodes
                    + " from " + from + " to " + to);
        }
        return new MarginalLikelihood(model, nodes, from, to);
    }

    /**
     * Fits.
     *
     * @throws RatingsException when the ratings do not determine severities and difficulties, or one candidate is all there is
     */
    public Fit fit(RatingTable given) {
        RatingTable table = Unused.joined(given);
        if (table.candidates().size() < 2) {
            throw new RatingsException("one candidate has no distribution; use the maximum posterior");
        }
        Layout layout = Layout.of(table, model);
        Problem problem = new Problem(table, layout);
        refuseExtremes(problem);
        problem.zeroSums();
        MarginalSweep sweep = new MarginalSweep(problem, Pattern.of(table, layout), nodes());
        double[] parameters = start(problem);
        sweep.at(parameters);
        boolean converged = false;
        int iteration = 0;
        while (!converged && iteration < MOST_ITERATIONS) {
            iteration++;
            double[] step = step(sweep, problem.zeroSums);
            double length = 0;
            for (double part : step) {
                length = Math.max(length, Math.abs(part));
            }
            double factor = Math.min(1, 1 / Math.max(length, 1e-300));
            double before = sweep.value;
            double[] next = moved(parameters, step, factor);
            sweep.at(next);
            for (int i = 0; i < 30 && !(sweep.value >= before - 1e-9 * (1 + Math.abs(before))); i++) {
                factor /= 2;
                next = moved(parameters, step, factor);
                sweep.at(next);
            }
            parameters = next;
            converged = length * factor < TOLERANCE;
        }
        return result(given, problem, sweep, parameters, iteration, converged);
    }

    private Fit result(
            RatingTable given,
            Problem problem,
            MarginalSweep sweep,
            double[] parameters,
            int iterations,
            boolean converged) {
        int size = problem.layout.size;
        double[] errors = errors(problem, sweep);
        double mean = Arrays.stream(sweep.expected).average().orElse(0);
        double spread = 0;
        double noise = 0;
        for (int n = 0; n < sweep.expected.length; n++) {
            spread += (sweep.expected[n] - mean) * (sweep.expected[n] - mean) / sweep.expected.length;
            noise += sweep.deviation[n] * sweep.deviation[n] / sweep.expected.length;
        }
        double sd = Math.exp(parameters[size + 1]);
        Population population =
                new Population(parameters[size], sd, spread / (spread + noise), errors[size], errors[size + 1]);
        List<String> notes = new ArrayList<>();
        if (!converged) {
            notes.add("the search did not converge in " + MOST_ITERATIONS + " iterations; do not use these measures");
        }
        if (problem.table != given) {
            notes.add("categories that nobody used were left out and the others numbered anew");
        }
        if (parameters[size] - 4 * sd < low || parameters[size] + 4 * sd > high) {
            notes.add("the grid from " + low + " to " + high + " is narrow for candidates of mean " + parameters[size]
                    + " and sd " + sd);
        }
        Provenance provenance = new Provenance(
                "marginal maximum likelihood",
                model.toString(),
                Map.of("nodes", count + " from " + low + " to " + high, "tolerance", Double.toString(TOLERANCE)),
                given.digest(),
                given.size());
        return new Fit(
                problem,
                model,
                new Point(sweep.expected, Arrays.copyOf(parameters, size)),
                new Point(sweep.deviation, Arrays.copyOf(errors, size)),
                Extreme.scores(problem),
                new Fit.Summary(
                        sweep.value,
                        OptionalDouble.empty(),
                        Optional.of(population),
                        iterations,
                        converged,
                        notes,
                        provenance),
                Optional.empty());
    }

    private double[] nodes() {
        double[] nodes = new double[count];
        for (int q = 0; q < count; q++) {
            nodes[q] = low + (high - low) * q / (count - 1);
        }
        return nodes;
    }

    /** Begins at the maximum posterior, brought to sums of zero. */
    private double[] start(Problem problem) {
        Fit rough = MaximumPosterior.withDefaults().withModel(model).fit(problem.table);
        double[] start = Arrays.copyOf(rough.point.rest, problem.layout.size + 2);
        for (int[] sum : problem.zeroSums) {
            double mean = 0;
            for (int i : sum) {
                mean += start[i] / sum.length;
            }
            for (int i : sum) {
                start[i] -= mean;
            }
        }
        double square = 0;
        for (double theta : rough.point.theta) {
            square += theta * theta / rough.point.theta.length;
        }
        start[problem.layout.size + 1] = Math.log(Math.max(0.2, Math.sqrt(square)));
        return start;
    }

    private static double[] moved(double[] from, double[] step, double factor) {
        double[] next = from.clone();
        for (int i = 0; i < next.length; i++) {
            next[i] += factor * step[i];
        }
        return next;
    }

    /** Newton's step; far from the maximum, where the information is not positive, a shorter one. */
    private static double[] step(MarginalSweep sweep, List<int[]> zeroSums) {
        int size = sweep.gradient.length;
        double[] matrix = sweep.information.clone();
        double scale = 0;
        for (int i = 0; i < size; i++) {
            scale += Math.abs(matrix[i * size + i]) / size;
        }
        for (double load = 0; load < 1e3; load = load == 0 ? 1e-3 : 10 * load) {
            for (int i = 0; i < size; i++) {
                matrix[i * size + i] = sweep.information[i * size + i] + load * scale;
            }
            try {
                Cholesky decomposed = Cholesky.of(matrix, size);
                double[] step = decomposed.solve(sweep.gradient);
                Held.keep(step, decomposed, zeroSums);
                return step;
            } catch (Cholesky.NotPositiveException far) {
                // a larger load follows
            }
        }
        throw new RatingsException("the ratings do not determine severities and difficulties");
    }

    private static double[] errors(Problem problem, MarginalSweep sweep) {
        int size = sweep.gradient.length;
        double[] covariance;
        try {
            covariance = Held.covariance(Cholesky.of(sweep.information, size).inverse(), size, problem.zeroSums);
        } catch (Cholesky.NotPositiveException singular) {
            throw new RatingsException(
                    "the ratings do not determine every severity and difficulty: some are not linked by"
                            + " common candidates; the maximum posterior needs no such link");
        }
        double[] errors = new double[size];
        for (int i = 0; i < size; i++) {
            errors[i] = Math.sqrt(Math.max(0, covariance[i * size + i]));
        }
        return errors;
    }

    private static void refuseExtremes(Problem problem) {
        Fit.Extremes extremes = Extreme.scores(problem);
        for (int f = 0; f < problem.layout.offset.length; f++) {
            List<String> names = problem.table.facets().get(f).elements();
            for (int e = 0; e < names.size(); e++) {
                if (extremes.element(problem.layout.offset[f] + e)) {
                    throw new RatingsException("all ratings of " + names.get(e)
                            + " are the lowest or the highest: the marginal likelihood has no maximum; use the"
                            + " maximum posterior");
                }
            }
        }
        JointLikelihood.refuseUnusedSteps(problem);
    }
}
