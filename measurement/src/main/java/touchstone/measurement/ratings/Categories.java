package touchstone.measurement.ratings;

/**
 * Category probabilities of one rating and their moments. A scratch object: each call of {@link #at} overwrites the last; one
 * for each thread.
 *
 * <p>One exponential a rating: {@code P(k) ~ exp(-T_k) exp(eta)^k}. Where that could overflow, the largest term is taken out
 * first.
 */
final class Categories {

    private static final double SMALLEST_VARIANCE = 1e-12;

    /** P(0) to P(K). */
    final double[] p;
    /** {@code [h - 1]}: P(X >= h). */
    final double[] above;
    /** {@code [h - 1]}: covariance of X and [X >= h]. */
    final double[] covariance;

    double expected;
    double variance;
    double logSum;

    private final int steps;
    private final double[] cumulative;
    private final double[] factor;
    private final double largest;

    /** For thresholds summed up as {@link Layout#cumulative} gives them. */
    Categories(int steps, double[] cumulative) {
        this.steps = steps;
        this.cumulative = cumulative;
        p = new double[steps + 1];
        above = new double[steps];
        covariance = new double[steps];
        factor = new double[cumulative.length];
        double most = 0;
        for (int i = 0; i < cumulative.length; i++) {
            factor[i] = Math.exp(-cumulative[i]);
            most = Math.max(most, Math.abs(cumulative[i]));
        }
        largest = most;
    }

    /** Probabilities, expected value and variance at this logit. */
    void at(double eta, int group) {
        int from = group * (steps + 1);
        double sum = 0;
        if (largest + steps * Math.abs(eta) < 600) {
            double ratio = Math.exp(eta);
            double power = 1;
            for (int k = 0; k <= steps; k++) {
                p[k] = factor[from + k] * power;
                sum += p[k];
                power *= ratio;
            }
            logSum = Math.log(sum);
        } else {
            double most = Double.NEGATIVE_INFINITY;
            for (int k = 0; k <= steps; k++) {
                most = Math.max(most, k * eta - cumulative[from + k]);
            }
            for (int k = 0; k <= steps; k++) {
                p[k] = Math.exp(k * eta - cumulative[from + k] - most);
                sum += p[k];
            }
            logSum = most + Math.log(sum);
        }
        double mean = 0;
        for (int k = 0; k <= steps; k++) {
            p[k] /= sum;
            mean += k * p[k];
        }
        double square = 0;
        for (int k = 0; k <= steps; k++) {
            square += (k - mean) * (k - mean) * p[k];
        }
        expected = mean;
        variance = Math.max(square, SMALLEST_VARIANCE);
    }

    /** Logarithm of the probability of that step, after {@link #at} with the same arguments. */
    double logProbability(int step, double eta, int group) {
        return step * eta - cumulative[group * (steps + 1) + step] - logSum;
    }

    /** {@link #above} and {@link #covariance}, after {@link #at}. */
    void tails() {
        double tail = 0;
        double weighted = 0;
        for (int h = steps; h >= 1; h--) {
            tail += p[h];
            weighted += h * p[h];
            above[h - 1] = tail;
            covariance[h - 1] = weighted - expected * tail;
        }
    }

    /** Fourth central moment, after {@link #at}. */
    double fourthMoment() {
        double sum = 0;
        for (int k = 0; k <= steps; k++) {
            double d = (k - expected) * (k - expected);
            sum += d * d * p[k];
        }
        return sum;
    }
}
