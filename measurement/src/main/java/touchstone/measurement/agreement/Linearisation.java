package touchstone.measurement.agreement;

import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;
import touchstone.measurement.agreement.Agreement.Estimate;
import touchstone.measurement.agreement.Agreement.Undefined;
import touchstone.measurement.interval.Interval;

/**
 * Chance-corrected agreement (observed - chance) / (1 - chance) with its standard error.
 *
 * <p>The error is that of the mean of one linearised value for each unit, as in K. L. Gwet, "Handbook of Inter-Rater
 * Reliability", 4th edition, 2014, chapter 5; the interval takes Student's t with (units - 1) degrees of freedom. Units with
 * one rating count for chance only.
 */
final class Linearisation {

    /** More categories than this are a measurement, not a classification. */
    private static final int MOST_CATEGORIES = 1_000;

    private final RaterTable table;
    private final int[] codes;
    private final double[][] weights;
    private final double confidence;

    Linearisation(RaterTable table, Weights weights, double confidence) {
        this.table = table;
        this.codes = table.codes();
        this.weights = weights.of(table.categories());
        this.confidence = confidence;
    }

    /** Why no chance-corrected agreement can be computed, if so. */
    static Optional<Undefined> obstacle(RaterTable table) {
        int pairable = 0;
        for (int unit = 0; unit < table.units(); unit++) {
            pairable += table.count(unit) >= 2 ? 1 : 0;
        }
        if (table.raters() < 2) {
            return Optional.of(new Undefined("Agreement needs at least two raters."));
        }
        if (pairable < 2) {
            return Optional.of(new Undefined(
                    "Agreement needs at least two units that two raters judged; there are " + pairable + "."));
        }
        if (table.categories().length < 2) {
            return Optional.of(new Undefined(
                    "All ratings are equal: agreement cannot be told from a scale on which nobody ever moves."));
        }
        if (table.categories().length > MOST_CATEGORIES) {
            return Optional.of(new Undefined("There are more than " + MOST_CATEGORIES
                    + " different values; use Krippendorff's alpha or an intraclass correlation."));
        }
        return Optional.empty();
    }

    double[][] weights() {
        return weights;
    }

    int[] codes() {
        return codes;
    }

    double totalWeight() {
        double sum = 0;
        for (double[] row : weights) {
            for (double weight : row) {
                sum += weight;
            }
        }
        return sum;
    }

    /** Mean over units of the share of each category in the unit. */
    double[] shares() {
        double[] shares = new double[weights.length];
        for (int unit = 0; unit < table.units(); unit++) {
            for (int i = table.start(unit); i < table.end(unit); i++) {
                shares[codes[i]] += 1.0 / table.count(unit);
            }
        }
        for (int k = 0; k < shares.length; k++) {
            shares[k] /= table.units();
        }
        return shares;
    }

    /** Mean over each unit's ratings of what a category contributes to chance. */
    double[] unitMeans(double[] byCategory) {
        double[] means = new double[table.units()];
        for (int unit = 0; unit < means.length; unit++) {
            for (int i = table.start(unit); i < table.end(unit); i++) {
                means[unit] += byCategory[codes[i]] / table.count(unit);
            }
        }
        return means;
    }

    /**
     * The coefficient.
     *
     * @param chance agreement by chance, below 1
     * @param chanceByUnit each unit's part in it, such that their mean is {@code chance}; all equal where chance is a constant
     */
    Agreement estimate(double chance, double[] chanceByUnit) {
        if (chance > 1 - 1e-12) {
            return new Undefined("All ratings are equal: agreement by chance would be perfect.");
        }
        int units = table.units();
        double[] observed = new double[units];
        int pairable = 0;
        double sum = 0;
        for (int unit = 0; unit < units; unit++) {
            if (table.count(unit) >= 2) {
                observed[unit] = pairAgreement(unit);
                sum += observed[unit];
                pairable++;
            }
        }
        double value = (sum / pairable - chance) / (1 - chance);
        double squares = 0;
        for (int unit = 0; unit < units; unit++) {
            double own = table.count(unit) >= 2 ? observed[unit] - chance : 0;
            double linear =
                    ((double) units / pairable * own - 2 * (1 - value) * (chanceByUnit[unit] - chance)) / (1 - chance);
            squares += (linear - value) * (linear - value);
        }
        return estimate(value, Math.sqrt(squares / (units * (units - 1.0))), units, units - 1, confidence);
    }

    private double pairAgreement(int unit) {
        double sum = 0;
        for (int i = table.start(unit); i < table.end(unit); i++) {
            for (int j = table.start(unit); j < table.end(unit); j++) {
                sum += i == j ? 0 : weights[codes[i]][codes[j]];
            }
        }
        return sum / (table.count(unit) * (table.count(unit) - 1.0));
    }

    static Estimate estimate(double value, double error, int units, double freedom, double confidence) {
        double reach = TDistribution.of(freedom).inverseSurvivalProbability((1 - confidence) / 2) * error;
        return new Estimate(
                value, error, new Interval(value - reach, Math.max(value, Math.min(1, value + reach))), units);
    }

    static double checkedConfidence(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("confidence must lie between 0 and 1, got " + level);
        }
        return level;
    }
}
