package touchstone.measurement.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import touchstone.chance.Chance;

class ClusterBootstrapTests {

    @Test
    void repeatsForTheSameSource() {
        double[] values = sample(40, 1, 0, 3);
        Chance chance = Chance.ofSeed(3).stream("bootstrap");

        assertThat(meanInterval(values, chance)).isEqualTo(meanInterval(values, chance));
    }

    @Test
    void agreesWithTheNormalIntervalForAMeanOfManyValues() {
        double[] values = sample(400, 1, 0, 5);
        double mean = mean(values);
        double error = 1.96 * deviation(values) / Math.sqrt(values.length);

        Interval found = meanInterval(values, Chance.ofSeed(1));

        assertThat(found.low()).isCloseTo(mean - error, within(0.15 * error));
        assertThat(found.high()).isCloseTo(mean + error, within(0.15 * error));
    }

    @Test
    void coversTheTruthForClusteredValues() {
        int covered = 0;
        int runs = 300;
        for (int run = 0; run < runs; run++) {
            double[] clusterMeans = sample(50, 1, 0, run);
            if (meanInterval(clusterMeans, Chance.ofSeed(run)).contains(0)) {
                covered++;
            }
        }
        // nominal 95 %; percentile intervals of 50 clusters fall a little short
        assertThat(covered / (double) runs).isBetween(0.90, 0.98);
    }

    @Test
    void givesAPointForEqualValues() {
        Interval found = meanInterval(new double[] {2, 2, 2}, Chance.ofSeed(1));

        assertThat(found).isEqualTo(new Interval(2, 2));
    }

    @Test
    void refusesNoClustersAndNumbersThatAreNotFinite() {
        ClusterBootstrap bootstrap = ClusterBootstrap.withDefaults();

        assertThatThrownBy(() -> bootstrap.interval(0, counts -> 0, Chance.ofSeed(1)))
                .hasMessageContaining("at least one cluster");
        assertThatThrownBy(() -> bootstrap.interval(2, counts -> Double.NaN, Chance.ofSeed(1)))
                .hasMessageContaining("not a finite number");
        assertThatThrownBy(() -> bootstrap.withResamples(10)).hasMessageContaining("at least 100");
    }

    @Test
    void interpolatesQuantiles() {
        // R: quantile(c(1, 2, 3, 4, 10), c(0, .25, .5, .9, 1))  ->  1 2 3 7.6 10
        double[] values = {10, 3, 1, 4, 2};
        assertThat(Quantile.of(values, 0)).isEqualTo(1);
        assertThat(Quantile.of(values, 0.25)).isEqualTo(2);
        assertThat(Quantile.of(values, 0.5)).isEqualTo(3);
        assertThat(Quantile.of(values, 0.9)).isCloseTo(7.6, within(1e-12));
        assertThat(Quantile.of(values, 1)).isEqualTo(10);
        assertThatThrownBy(() -> Quantile.of(new double[0], 0.5)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Interval meanInterval(double[] values, Chance chance) {
        return ClusterBootstrap.withDefaults()
                .withResamples(1_000)
                .interval(
                        values.length,
                        counts -> {
                            double sum = 0;
                            for (int i = 0; i < values.length; i++) {
                                sum += counts[i] * values[i];
                            }
                            return sum / values.length;
                        },
                        chance);
    }

    private static double[] sample(int size, double deviation, double mean, long seed) {
        RandomGenerator draws = Chance.ofSeed(seed).stream("sample").generator();
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = mean + deviation * draws.nextGaussian();
        }
        return values;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double deviation(double[] values) {
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (values.length - 1));
    }
}
