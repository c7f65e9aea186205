package touchstone.measurement.ratings.bias;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** S. Holm, "A simple sequentially rejective multiple test procedure", Scandinavian Journal of Statistics 6 (1979), 65-70. */
final class Holm {

    private Holm() {}

    /** Adjusted probabilities, in the order given. */
    static double[] adjust(double[] p) {
        List<Integer> order = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> p[i]))
                .toList();
        double[] adjusted = new double[p.length];
        double most = 0;
        for (int rank = 0; rank < p.length; rank++) {
            most = Math.max(most, Math.min(1, (p.length - rank) * p[order.get(rank)]));
            adjusted[order.get(rank)] = most;
        }
        return adjusted;
    }
}
