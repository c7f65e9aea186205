package touchstone.measurement.correlation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Spearman's rank correlation of weighted pairs: Pearson's correlation of the ranks, ties by their middle rank (C. Spearman,
 * "The proof and measurement of association between two things", American Journal of Psychology 15 (1904), 72-101).
 */
public final class Spearman {

    private Spearman() {}

    /**
     * The correlation, -1 to 1.
     *
     * @param y as many as {@code x}
     * @param counts how often each pair counts, 0 or more, as many as {@code x}
     * @return empty when one side does not vary
     */
    public static Optional<Double> of(double[] x, double[] y, int[] counts) {
        if (x.length != y.length || x.length != counts.length) {
            throw new IllegalArgumentException(
                    "need as many y and counts as x, got " + x.length + ", " + y.length + " and " + counts.length);
        }
        double[] first = ranks(x, counts);
        double[] second = ranks(y, counts);
        double total = Arrays.stream(counts).sum();
        double middle = (total + 1) / 2;
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < x.length; i++) {
            xx += counts[i] * (first[i] - middle) * (first[i] - middle);
            yy += counts[i] * (second[i] - middle) * (second[i] - middle);
            xy += counts[i] * (first[i] - middle) * (second[i] - middle);
        }
        return xx == 0 || yy == 0 ? Optional.empty() : Optional.of(xy / Math.sqrt(xx * yy));
    }

    private static double[] ranks(double[] values, int[] counts) {
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] ranks = new double[values.length];
        double before = 0;
        int from = 0;
        while (from < order.length) {
            int to = from;
            double tied = 0;
            while (to < order.length && values[order[to]] == values[order[from]]) {
                tied += counts[order[to]];
                to++;
            }
            for (int i = from; i < to; i++) {
                ranks[order[i]] = before + (tied + 1) / 2;
            }
            before += tied;
            from = to;
        }
        return ranks;
    }
}
