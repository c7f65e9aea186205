package touchstone.measurement.fairness;

import java.util.stream.IntStream;

/**
 * Holm's step-down adjustment of several p values, so that the chance of even one false alarm stays below the level.
 *
 * <p>Source: S. Holm, "A simple sequentially rejective multiple test procedure", Scandinavian Journal of Statistics 6 (1979),
 * 65-70. Never below the given p, at most 1, needs no independence.
 */
public final class Holm {

    private Holm() {}

    /**
     * Adjusted p values, in the order of the given ones.
     *
     * @param pValues each 0 to 1
     */
    public static double[] adjust(double... pValues) {
        int[] order = IntStream.range(0, pValues.length)
                .boxed()
                .sorted((a, b) -> Double.compare(pValues[a], pValues[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted = new double[pValues.length];
        double largest = 0;
        for (int rank = 0; rank < order.length; rank++) {
            double p = pValues[order[rank]];
            if (!(p >= 0 && p <= 1)) {
                throw new IllegalArgumentException("a p value lies between 0 and 1, got " + p);
            }
            largest = Math.max(largest, Math.min(1, p * (order.length - rank)));
            adjusted[order[rank]] = largest;
        }
        return adjusted;
    }
}
