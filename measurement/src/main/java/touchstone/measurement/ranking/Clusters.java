package touchstone.measurement.ranking;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Values of topics, summed by cluster; clusters stand in the order of their names, whatever order the topics came in. */
final class Clusters {

    private final double[] sums;
    private final int[] sizes;

    private Clusters(double[] sums, int[] sizes) {
        this.sums = sums;
        this.sizes = sizes;
    }

    static Clusters of(Map<String, Double> values, UnaryOperator<String> cluster) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("a mean over topics needs at least one topic");
        }
        SortedMap<String, double[]> found = new TreeMap<>();
        new TreeMap<>(values).forEach((topic, value) -> {
            double[] sumAndSize = found.computeIfAbsent(cluster.apply(topic), _ -> new double[2]);
            sumAndSize[0] += value;
            sumAndSize[1]++;
        });
        return new Clusters(
                found.values().stream().mapToDouble(pair -> pair[0]).toArray(),
                found.values().stream().mapToInt(pair -> (int) pair[1]).toArray());
    }

    int count() {
        return sums.length;
    }

    double sum(int cluster) {
        return sums[cluster];
    }

    double mean() {
        double sum = 0;
        int size = 0;
        for (int i = 0; i < sums.length; i++) {
            sum += sums[i];
            size += sizes[i];
        }
        return sum / size;
    }

    /** Mean over topics when each cluster was drawn that often; at least one was drawn. */
    double mean(int[] drawn) {
        double sum = 0;
        int size = 0;
        for (int i = 0; i < sums.length; i++) {
            sum += drawn[i] * sums[i];
            size += drawn[i] * sizes[i];
        }
        return sum / size;
    }
}
