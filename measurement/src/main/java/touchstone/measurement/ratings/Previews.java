package touchstone.measurement.ratings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;

/**
 * Which interview would add most certainty about a candidate.
 *
 * <p>One interview by interviewer j adds, for each dimension, information V at the present measures in the direction in which
 * the expected rating changes with candidate, interviewer, dimension and thresholds; the posterior covariance is updated by it (Sherman, Morrison and Woodbury) and the fair
 * score's variance follows by its slope. No rating is guessed: the information does not depend on it. Facets besides
 * interviewer and dimension stay at their reference.
 */
public final class Previews {

    /**
     * What one more interview is expected to add.
     *
     * @param interviewer who would give it
     * @param sdNow standard deviation of the fair score as it is, in the units of the scale
     * @param sdAfter the one to expect afterwards
     */
    public record Preview(String interviewer, double sdNow, double sdAfter) {}

    private final Posterior posterior;
    private final Fit fit;
    private final int interviewer;

    private Previews(Posterior posterior, int interviewer) {
        this.posterior = posterior;
        this.fit = posterior.fit();
        this.interviewer = interviewer;
    }

    /**
     * Of a posterior, with its settings.
     *
     * @throws RatingsException when the ratings have no facet {@link Facet#INTERVIEWER}
     */
    public static Previews of(Posterior posterior) {
        return new Previews(posterior, Interviewers.facet(posterior.fit().table()));
    }

    /** One interview on all dimensions by each interviewer who has not rated the candidate; most certainty first. */
    public List<Preview> forCandidate(String candidate) {
        int n = posterior.index(candidate);
        RatingTable table = fit.table();
        SortedSet<Integer> had = Interviewers.of(table, interviewer, n);
        List<String> names = table.facets().get(interviewer).elements();
        List<Preview> result = new ArrayList<>();
        for (int j = 0; j < names.size(); j++) {
            if (!had.contains(j)) {
                result.add(preview(n, fit.problem.layout.offset[interviewer] + j, names.get(j)));
            }
        }
        result.sort(Comparator.comparingDouble(Preview::sdAfter).thenComparing(Preview::interviewer));
        return List.copyOf(result);
    }

    /** One interview on all dimensions by somebody of whom no rating is known. */
    public Preview forNewInterviewer(String candidate) {
        return preview(posterior.index(candidate), -1, "a new interviewer");
    }

    /** @param j parameter of the interviewer, or -1 for a new one */
    private Preview preview(int n, int j, String name) {
        FairCurve curve = posterior.curve();
        double[] values = curve.values(fit.point.rest);
        double theta = fit.point.theta[n];
        int size = values.length + 2;
        double[] covariance = withInterviewer(n, j);
        double[] slope = Arrays.copyOf(curve.slope(theta, values), size);
        List<double[]> directions = new ArrayList<>();
        List<Double> information = new ArrayList<>();
        double severity = j < 0 ? 0 : fit.point.rest[j];
        for (int t : curve.oneTermEach()) {
            double[] direction = Arrays.copyOf(curve.slopeOfTerm(t, theta - severity, values), size);
            double variance = direction[0];
            for (int i = 0; i < size; i++) {
                direction[i] /= variance;
            }
            direction[size - 1] = -1;
            directions.add(direction);
            information.add(variance);
        }
        double[] right = new double[directions.size()];
        double[] matrix = new double[right.length * right.length];
        for (int d = 0; d < right.length; d++) {
            right[d] = product(directions.get(d), covariance, slope);
            for (int e = 0; e < right.length; e++) {
                matrix[d * right.length + e] = product(directions.get(d), covariance, directions.get(e))
                        + posterior.pairing() * posterior.pairing();
            }
            matrix[d * right.length + d] += 1 / information.get(d);
        }
        double now = product(slope, covariance, slope);
        return new Preview(name, Math.sqrt(now), Math.sqrt(Math.max(0, now - gain(matrix, right))));
    }

    private static double gain(double[] matrix, double[] right) {
        try {
            double[] solved = Cholesky.of(matrix, right.length).solve(right);
            double gain = 0;
            for (int d = 0; d < right.length; d++) {
                gain += right[d] * solved[d];
            }
            return gain;
        } catch (Cholesky.NotPositiveException impossible) {
            throw new IllegalStateException("the covariance of new ratings is positive", impossible);
        }
    }

    /** Covariance of the candidate, the curve's parameters and the interviewer. */
    private double[] withInterviewer(int n, int j) {
        double[] known = posterior.covariance(n);
        int[] parameters = posterior.curve().parameters;
        int inner = parameters.length + 1;
        int size = inner + 1;
        double[] result = new double[size * size];
        for (int a = 0; a < inner; a++) {
            System.arraycopy(known, a * inner, result, a * size, inner);
        }
        double sdOfNew = fit.basis().estimator().priors().interviewer();
        result[size * size - 1] = j < 0 ? sdOfNew * sdOfNew : fit.curvature().restVariance(j);
        for (int a = 0; a < inner && j >= 0; a++) {
            double covariance = a == 0
                    ? fit.curvature().covariance(new Curvature.Candidate(n), j)
                    : fit.curvature().covariance(parameters[a - 1], j);
            result[a * size + inner] = covariance;
            result[inner * size + a] = covariance;
        }
        return result;
    }

    private static double product(double[] left, double[] matrix, double[] right) {
        double sum = 0;
        for (int a = 0; a < left.length; a++) {
            for (int b = 0; b < right.length; b++) {
                sum += left[a] * matrix[a * right.length + b] * right[b];
            }
        }
        return sum;
    }
}
