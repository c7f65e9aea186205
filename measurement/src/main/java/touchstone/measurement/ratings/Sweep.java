package touchstone.measurement.ratings;

import java.util.Arrays;

/**
 * One pass over the ratings: value, gradient and negative Hessian of the (penalised) log-likelihood, with the candidates
 * already eliminated.
 *
 * <p>The Hessian is {@code [D B'; B C]} with D diagonal (candidates). What is kept is D, the sparse B, the reduced matrix
 * {@code S = C - B D^-1 B'} and the reduced right-hand side {@code g_rest - B D^-1 g_theta}.
 */
final class Sweep {

    final double[] information;
    final double[] gradient;
    /** Cross-information of candidates and {@link Pattern#index}. */
    final double[] cross;

    final double[] reduced;
    final double[] right;
    double logLikelihood;
    double value;

    private final Problem problem;
    private final Pattern pattern;
    private final Layout layout;
    private final Threads threads;
    private final Scratch[] scratch;

    Sweep(Problem problem, Pattern pattern, Threads threads) {
        this.problem = problem;
        this.pattern = pattern;
        this.layout = problem.layout;
        this.threads = threads;
        int candidates = problem.thetaMean.length;
        information = new double[candidates];
        gradient = new double[candidates];
        cross = new double[pattern.index.length];
        reduced = new double[layout.size * layout.size];
        right = new double[layout.size];
        scratch = new Scratch[threads.slots(pattern.chunks())];
        for (int i = 0; i < scratch.length; i++) {
            scratch[i] = new Scratch(layout.size, layout.offset.length, scratch.length > 1);
        }
    }

    private final class Scratch {
        final boolean own;
        final double[] matrix;
        final double[] right;
        final int[] parameters;
        final int[] positions;
        double logLikelihood;

        Scratch(int size, int facets, boolean own) {
            this.own = own;
            matrix = own ? new double[size * size] : reduced;
            right = new double[size];
            parameters = new int[facets];
            positions = new int[facets];
        }
    }

    /** Passes over the ratings at this point. */
    void at(Point point) {
        double[] cumulative = layout.cumulative(point.rest);
        Arrays.fill(reduced, 0);
        Arrays.fill(right, 0);
        logLikelihood = 0;
        threads.inWaves(
                pattern.chunks(),
                (chunk, slot) -> pass(chunk, scratch[slot], point, new Categories(layout.steps, cumulative)),
                (chunk, slot) -> merge(scratch[slot]));
        value = logLikelihood;
        finish(point);
    }

    private void merge(Scratch part) {
        logLikelihood += part.logLikelihood;
        for (int i = 0; i < right.length; i++) {
            right[i] += part.right[i];
        }
        if (part.own) {
            for (int i = 0; i < layout.size; i++) {
                for (int at = i * layout.size; at <= i * layout.size + i; at++) {
                    reduced[at] += part.matrix[at];
                }
            }
        }
    }

    private void pass(int chunk, Scratch into, Point point, Categories categories) {
        if (into.own) {
            Arrays.fill(into.matrix, 0);
        }
        Arrays.fill(into.right, 0);
        into.logLikelihood = 0;
        for (int n = pattern.chunk[chunk]; n < pattern.chunk[chunk + 1]; n++) {
            candidate(n, into, point, categories);
            eliminate(n, into, point);
        }
    }

    private void candidate(int n, Scratch into, Point point, Categories categories) {
        RatingTable table = problem.table;
        int from = pattern.start[n];
        Arrays.fill(cross, from, pattern.start[n + 1], 0);
        double slope = 0;
        double curve = 0;
        for (int row = table.firstRow(n); row < table.firstRow(n + 1); row++) {
            double weight = problem.weight(row);
            if (weight == 0) {
                continue;
            }
            double eta = point.theta[n];
            for (int f = 0; f < into.parameters.length; f++) {
                int parameter = layout.offset[f] + table.elementOf(f, row);
                into.parameters[f] = parameter;
                into.positions[f] = from + pattern.local[f][row];
                eta -= point.rest[parameter];
            }
            int group = layout.group(table, row);
            int step = table.step(row);
            categories.at(eta, group);
            categories.tails();
            into.logLikelihood += weight * categories.logProbability(step, eta, group);
            double residual = weight * (step - categories.expected);
            double variance = weight * categories.variance;
            slope += residual;
            curve += variance;
            elements(into, residual, variance);
            steps(into, layout.threshold(group), from + pattern.localThreshold[row], step, weight, categories);
        }
        gradient[n] = slope;
        information[n] = curve;
    }

    private void elements(Scratch into, double residual, double variance) {
        for (int f = 0; f < into.parameters.length; f++) {
            int i = into.parameters[f];
            into.right[i] -= residual;
            cross[into.positions[f]] -= variance;
            for (int other = 0; other <= f; other++) {
                into.matrix[i * layout.size + into.parameters[other]] += variance;
            }
        }
    }

    private void steps(Scratch into, int first, int local, int step, double weight, Categories categories) {
        for (int h = 0; h < layout.steps; h++) {
            double above = categories.above[h];
            double covariance = weight * categories.covariance[h];
            into.right[first + h] += weight * (step > h ? above - 1 : above);
            cross[local + h] -= covariance;
            int line = (first + h) * layout.size;
            for (int parameter : into.parameters) {
                into.matrix[line + parameter] += covariance;
            }
            for (int m = 0; m <= h; m++) {
                into.matrix[line + first + m] += weight * above * (1 - categories.above[m]);
            }
        }
    }

    /** Adds the prior of a candidate and takes the candidate out of the system. */
    private void eliminate(int n, Scratch into, Point point) {
        if (information[n] == 0 && problem.thetaPrecision[n] == 0) {
            return;
        }
        double distance = point.theta[n] - problem.thetaMean[n];
        gradient[n] -= problem.thetaPrecision[n] * distance;
        information[n] += problem.thetaPrecision[n];
        if (problem.thetaFixed[n]) {
            return;
        }
        double inverse = 1 / information[n];
        int from = pattern.start[n];
        int to = pattern.start[n + 1];
        for (int a = from; a < to; a++) {
            double share = cross[a] * inverse;
            int i = pattern.index[a];
            into.right[i] -= share * gradient[n];
            int line = i * layout.size;
            for (int b = from; b <= a; b++) {
                into.matrix[line + pattern.index[b]] -= share * cross[b];
            }
        }
    }

    /** Priors of the other parameters, sums held at zero, fixed parameters, and the upper triangle. */
    private void finish(Point point) {
        int size = layout.size;
        for (int n = 0; n < point.theta.length; n++) {
            double distance = point.theta[n] - problem.thetaMean[n];
            value -= problem.thetaPrecision[n] * distance * distance / 2;
        }
        double scale = 0;
        for (int i = 0; i < size; i++) {
            double distance = point.rest[i] - problem.restMean[i];
            right[i] -= problem.restPrecision[i] * distance;
            reduced[i * size + i] += problem.restPrecision[i];
            value -= problem.restPrecision[i] * distance * distance / 2;
            scale += reduced[i * size + i] / size;
        }
        for (int[] sum : problem.zeroSums) {
            for (int i : sum) {
                for (int j : sum) {
                    if (j <= i) {
                        reduced[i * size + j] += scale;
                    }
                }
            }
        }
        for (int i = 0; i < size; i++) {
            if (problem.restFixed[i]) {
                right[i] = 0;
                Arrays.fill(reduced, i * size, i * size + i, 0);
                for (int j = i; j < size; j++) {
                    reduced[j * size + i] = 0;
                }
                reduced[i * size + i] = 1;
            }
        }
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                reduced[j * size + i] = reduced[i * size + j];
            }
        }
    }

    /** The Newton step from here. */
    Point step(Cholesky decomposed) {
        double[] rest = decomposed.solve(right);
        double[] theta = new double[information.length];
        for (int n = 0; n < theta.length; n++) {
            if (!eliminated(n)) {
                continue;
            }
            double known = 0;
            for (int a = pattern.start[n]; a < pattern.start[n + 1]; a++) {
                known += cross[a] * rest[pattern.index[a]];
            }
            theta[n] = (gradient[n] - known) / information[n];
        }
        return new Point(theta, rest);
    }

    /** Whether the candidate is estimated: not fixed, and something is known. */
    boolean eliminated(int n) {
        return !problem.thetaFixed[n] && information[n] > 0;
    }
}
