package touchstone.measurement.ratings;

import java.util.List;

/** Covariances of parameters some of whose sums are held at zero by a term in the information matrix. */
final class Held {

    private Held() {}

    /** The inverse of the matrix, less the part that the held sums add; along the directions that keep the sums. */
    static double[] covariance(double[] inverse, int size, List<int[]> zeroSums) {
        double[] held = inverse.clone();
        for (int[] sum : zeroSums) {
            double[] column = new double[size];
            double variance = 0;
            for (int j : sum) {
                for (int i = 0; i < size; i++) {
                    column[i] += inverse[i * size + j];
                }
            }
            for (int i : sum) {
                variance += column[i];
            }
            for (int i = 0; i < size && variance > 0; i++) {
                for (int j = 0; j < size; j++) {
                    held[i * size + j] -= column[i] * column[j] / variance;
                }
            }
        }
        return held;
    }

    /** Takes from a step, in place, what would change the held sums. */
    static void keep(double[] step, Cholesky information, List<int[]> zeroSums) {
        for (int[] sum : zeroSums) {
            double[] unit = new double[step.length];
            double excess = 0;
            for (int i : sum) {
                unit[i] = 1;
                excess += step[i];
            }
            double[] column = information.solve(unit);
            double variance = 0;
            for (int i : sum) {
                variance += column[i];
            }
            for (int i = 0; i < step.length && variance > 0; i++) {
                step[i] -= column[i] * excess / variance;
            }
        }
    }
}
