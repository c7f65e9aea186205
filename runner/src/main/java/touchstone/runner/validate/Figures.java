package touchstone.runner.validate;

import java.util.List;

/** Mean and spread of a few numbers. */
final class Figures {

    private Figures() {}

    /** Arithmetic mean; 0 of none. */
    static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    /** Standard deviation with n - 1; 0 of fewer than two. */
    static double deviation(List<Double> values) {
        if (values.size() < 2) {
            return 0;
        }
        double mean = mean(values);
        double squares = values.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .sum();
        return Math.sqrt(squares / (values.size() - 1));
    }

    /** Pooled standard deviation of two samples of the same size. */
    static double pooled(List<Double> one, List<Double> two) {
        double a = deviation(one);
        double b = deviation(two);
        return Math.sqrt((a * a + b * b) / 2);
    }
}
