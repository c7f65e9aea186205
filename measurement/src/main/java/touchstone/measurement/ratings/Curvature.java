package touchstone.measurement.ratings;

/** The inverse of the negative Hessian at a maximum, read part by part: variances and covariances of the measures. */
final class Curvature {

    final Sweep sweep;
    final Pattern pattern;
    final Cholesky decomposed;
    /** Covariance of the parameters besides the candidates. */
    final double[] rest;

    private final int size;

    private Curvature(Sweep sweep, Pattern pattern, Cholesky decomposed, double[] rest, int size) {
        this.sweep = sweep;
        this.pattern = pattern;
        this.decomposed = decomposed;
        this.rest = rest;
        this.size = size;
    }

    /** At the end of a search. Where sums are held at zero, along the directions that keep them. */
    static Curvature of(Newton found, Problem problem, Pattern pattern) {
        int size = problem.layout.size;
        double[] inverse = found.curvature().inverse();
        inverse = Held.covariance(inverse, size, problem.zeroSums);
        for (int i = 0; i < size; i++) {
            if (problem.restFixed[i]) {
                inverse[i * size + i] = 0;
            }
        }
        return new Curvature(found.sweep(), pattern, found.curvature(), inverse, size);
    }

    double restVariance(int i) {
        return rest[i * size + i];
    }

    double covariance(int i, int j) {
        return rest[i * size + j];
    }

    /** Covariance of a candidate's measure and another parameter. */
    double covariance(Candidate n, int parameter) {
        double sum = 0;
        for (int a = pattern.start[n.index]; a < pattern.start[n.index + 1]; a++) {
            sum -= sweep.cross[a] * rest[pattern.index[a] * size + parameter];
        }
        return sum / sweep.information[n.index];
    }

    /** A candidate's position, so that it is not taken for a parameter's. */
    record Candidate(int index) {}

    double variance(Candidate candidate) {
        int n = candidate.index;
        if (!sweep.eliminated(n)) {
            return 0;
        }
        double information = sweep.information[n];
        double sum = 0;
        for (int a = pattern.start[n]; a < pattern.start[n + 1]; a++) {
            int line = pattern.index[a] * size;
            double inner = 0;
            for (int b = pattern.start[n]; b < a; b++) {
                inner += sweep.cross[b] * rest[line + pattern.index[b]];
            }
            sum += sweep.cross[a] * (2 * inner + sweep.cross[a] * rest[line + pattern.index[a]]);
        }
        return 1 / information + sum / (information * information);
    }

    /** Standard deviations of all parameters. */
    Point errors() {
        double[] theta = new double[sweep.information.length];
        for (int n = 0; n < theta.length; n++) {
            theta[n] = Math.sqrt(variance(new Candidate(n)));
        }
        double[] others = new double[size];
        for (int i = 0; i < size; i++) {
            others[i] = Math.sqrt(Math.max(0, restVariance(i)));
        }
        return new Point(theta, others);
    }

    /** Logarithm of the determinant of the whole negative Hessian. */
    double logDeterminant() {
        double sum = decomposed.logDeterminant();
        for (int n = 0; n < sweep.information.length; n++) {
            if (sweep.eliminated(n)) {
                sum += Math.log(sweep.information[n]);
            }
        }
        return sum;
    }
}
