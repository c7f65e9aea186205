package touchstone.measurement.agreement;

import java.util.Arrays;
import java.util.Optional;

/**
 * Sums of squared differences for Krippendorff's alpha, within units and between all ratings of units that have two.
 *
 * <p>No matrix of coincidences is built. Nominal differences come from counts. The ordinal difference of two categories is the
 * difference of their mid-ranks, so that ordinal and interval differences need sums and sums of squares only. Ratio
 * differences are summed over pairs of different values.
 */
final class Disagreement {

    private static final int MOST_RATIO_VALUES = 20_000;

    private final int[] sizes;
    private final double[] within;
    private final double[] toAll;
    private final Optional<String> problem;

    private Disagreement(int[] sizes, double[] within, double[] toAll, Optional<String> problem) {
        this.sizes = sizes;
        this.within = within;
        this.toAll = toAll;
        this.problem = problem;
    }

    static Disagreement of(RaterTable table, Level level) {
        int[] codes = table.codes();
        double[] values = table.categories();
        double[] counts = new double[values.length];
        int units = 0;
        for (int unit = 0; unit < table.units(); unit++) {
            if (table.count(unit) >= 2) {
                units++;
                for (int i = table.start(unit); i < table.end(unit); i++) {
                    counts[codes[i]]++;
                }
            }
        }
        Optional<String> problem = problem(level, values, counts);
        double[] toAll = problem.isPresent() ? new double[values.length] : toAll(level, values, counts);
        double[] places = level == Level.ORDINAL ? midRanks(counts) : values;
        int[] sizes = new int[units];
        double[] within = new double[units];
        double[] sums = new double[units];
        int at = 0;
        for (int unit = 0; unit < table.units(); unit++) {
            if (table.count(unit) >= 2) {
                sizes[at] = table.count(unit);
                for (int i = table.start(unit); i < table.end(unit); i++) {
                    sums[at] += toAll[codes[i]];
                    for (int j = table.start(unit); j < i; j++) {
                        within[at] += 2 * squared(level, places[codes[i]], places[codes[j]]);
                    }
                }
                within[at] /= sizes[at] - 1;
                at++;
            }
        }
        return new Disagreement(sizes, within, sums, problem);
    }

    private static Optional<String> problem(Level level, double[] values, double[] counts) {
        if (Arrays.stream(counts).filter(count -> count > 0).count() < 2) {
            return Optional.of(
                    "All ratings are equal: agreement cannot be told from a scale on which nobody ever moves.");
        }
        if (level == Level.RATIO && values[0] < 0) {
            return Optional.of("The ratio level needs ratings that are not negative.");
        }
        if (level == Level.RATIO && values.length > MOST_RATIO_VALUES) {
            return Optional.of("The ratio level takes at most " + MOST_RATIO_VALUES + " different ratings.");
        }
        return Optional.empty();
    }

    /** For each category, the sum of squared differences to all ratings. */
    private static double[] toAll(Level level, double[] values, double[] counts) {
        double[] places = level == Level.ORDINAL ? midRanks(counts) : values;
        double[] sums = new double[values.length];
        double total = Arrays.stream(counts).sum();
        double mean = 0;
        for (int k = 0; k < values.length; k++) {
            mean += counts[k] * places[k] / total;
        }
        double squares = 0;
        for (int k = 0; k < values.length; k++) {
            squares += counts[k] * (places[k] - mean) * (places[k] - mean);
        }
        for (int k = 0; k < values.length; k++) {
            double away = places[k] - mean;
            sums[k] = switch (level) {
                case NOMINAL -> total - counts[k];
                case ORDINAL, INTERVAL -> total * away * away + squares;
                case RATIO -> ratioSum(values, counts, k);
            };
        }
        return sums;
    }

    private static double ratioSum(double[] values, double[] counts, int k) {
        double sum = 0;
        for (int l = 0; l < values.length; l++) {
            sum += counts[l] * squared(Level.RATIO, values[k], values[l]);
        }
        return sum;
    }

    private static double[] midRanks(double[] counts) {
        double[] ranks = new double[counts.length];
        double below = 0;
        for (int k = 0; k < counts.length; k++) {
            ranks[k] = below + counts[k] / 2;
            below += counts[k];
        }
        return ranks;
    }

    private static double squared(Level level, double a, double b) {
        double difference = a - b;
        return switch (level) {
            case NOMINAL -> difference == 0 ? 0 : 1;
            case ORDINAL, INTERVAL -> difference * difference;
            case RATIO -> difference == 0 ? 0 : difference / (a + b) * (difference / (a + b));
        };
    }

    /** Units with at least two ratings. */
    int units() {
        return sizes.length;
    }

    int size(int unit) {
        return sizes[unit];
    }

    /** Ratings in these units. */
    double ratings() {
        return Arrays.stream(sizes).asDoubleStream().sum();
    }

    /** Squared differences over ordered pairs of a unit's ratings, divided by its ratings less one. */
    double within(int unit) {
        return within[unit];
    }

    /** Squared differences of a unit's ratings to all ratings. */
    double toAll(int unit) {
        return toAll[unit];
    }

    double observed() {
        return Arrays.stream(within).sum();
    }

    /** Squared differences over all ordered pairs of ratings. */
    double expected() {
        return Arrays.stream(toAll).sum();
    }

    Optional<String> problem() {
        return problem;
    }
}
