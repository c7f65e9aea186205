package touchstone.measurement.ratings.diagnosis;

import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import touchstone.measurement.ratings.Measure;

/**
 * Separation of a facet's elements, and the test that they are all the same. Extreme elements are left out.
 *
 * @param population with the elements as all there are (variance over n)
 * @param sample with the elements as a sample (variance over n - 1)
 * @param chiSquare {@code sum w m^2 - (sum w m)^2 / sum w} with {@code w = 1 / error^2}
 * @param degreesOfFreedom elements less one
 * @param pValue of the chi-square, 0 to 1; small: they are not all the same
 */
public record Spread(Separation population, Separation sample, double chiSquare, int degreesOfFreedom, double pValue) {

    /** Of these measures; empty for fewer than two that are not extreme and have an error. */
    static Optional<Spread> of(List<Measure> measures) {
        List<Measure> usable = measures.stream()
                .filter(measure -> !measure.extreme() && measure.standardError() > 0)
                .toList();
        int n = usable.size();
        if (n < 2) {
            return Optional.empty();
        }
        double[] values = usable.stream().mapToDouble(Measure::value).toArray();
        double[] errors = usable.stream().mapToDouble(Measure::standardError).toArray();
        double weights = 0;
        double first = 0;
        double second = 0;
        for (int i = 0; i < n; i++) {
            double weight = 1 / (errors[i] * errors[i]);
            weights += weight;
            first += weight * values[i];
            second += weight * values[i] * values[i];
        }
        double chiSquare = Math.max(0, second - first * first / weights);
        return Optional.of(new Spread(
                Separation.of(values, errors, n),
                Separation.of(values, errors, n - 1),
                chiSquare,
                n - 1,
                ChiSquaredDistribution.of(n - 1).survivalProbability(chiSquare)));
    }
}
