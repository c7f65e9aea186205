package touchstone.measurement.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import touchstone.measurement.agreement.Agreement.Undefined;

/**
 * Fleiss' kappa: agreement of any number of raters, chance from the shares of the categories over all raters. With two raters it
 * is Scott's pi; with weights it stays defined for ordered scales.
 *
 * <p>Falls towards 0 when nearly all units lie in one category, however well raters agree; {@link GwetAc} does not. Sources:
 * J. L. Fleiss, "Measuring nominal scale agreement among many raters", Psychological Bulletin 76 (1971), 378-382; for missing
 * ratings, weights and the standard error K. L. Gwet, "Handbook of Inter-Rater Reliability", 4th edition, 2014.
 */
public final class FleissKappa {

    private final Weights weights;
    private final double confidence;

    private FleissKappa(Weights weights, double confidence) {
        this.weights = weights;
        this.confidence = confidence;
    }

    /** Unweighted, confidence 0.95. */
    public static FleissKappa withDefaults() {
        return new FleissKappa(Weights.IDENTITY, 0.95);
    }

    /** The same with other weights. */
    public FleissKappa withWeights(Weights other) {
        return new FleissKappa(other, confidence);
    }

    /**
     * The same with another confidence level.
     *
     * @param level strictly between 0 and 1
     */
    public FleissKappa withConfidence(double level) {
        return new FleissKappa(weights, Linearisation.checkedConfidence(level));
    }

    /** The coefficient of a table; undefined for one rater, fewer than two pairable units, or one category. */
    public Agreement of(RaterTable table) {
        Optional<Undefined> obstacle = Linearisation.obstacle(table);
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        Linearisation parts = new Linearisation(table, weights, confidence);
        double[] shares = parts.shares();
        double[] byCategory = new double[shares.length];
        double chance = 0;
        for (int k = 0; k < shares.length; k++) {
            for (int l = 0; l < shares.length; l++) {
                byCategory[k] += parts.weights()[k][l] * shares[l];
            }
            chance += shares[k] * byCategory[k];
        }
        return parts.estimate(chance, parts.unitMeans(byCategory));
    }

    /**
     * Test of no agreement beyond chance, for nominal ratings of which every unit has equally many.
     *
     * @param kappa over all categories
     * @param z kappa over its standard error when there is no agreement, about standard normal
     * @param byCategory kappa of each category against all others, in the order of the table's categories; 0 for one that was
     *     never or always used
     */
    public record Test(double kappa, double z, List<Double> byCategory) {}

    /**
     * The test of J. L. Fleiss, J. C. M. Nee and J. R. Landis, Psychological Bulletin 86 (1979), 974-977; empty where units
     * have different numbers of ratings or where kappa is undefined.
     */
    public static Optional<Test> test(RaterTable table) {
        int ratings = table.units() == 0 ? 0 : table.count(0);
        for (int unit = 0; unit < table.units(); unit++) {
            if (table.count(unit) != ratings) {
                return Optional.empty();
            }
        }
        if (!(withDefaults().of(table) instanceof Agreement.Estimate overall)) {
            return Optional.empty();
        }
        double[] shares = new Linearisation(table, Weights.IDENTITY, 0.95).shares();
        double[] disagreement = disagreement(table, shares.length);
        List<Double> byCategory = new ArrayList<>();
        double variance = 0;
        double skew = 0;
        for (int k = 0; k < shares.length; k++) {
            double spread = shares[k] * (1 - shares[k]);
            double pairs = table.units() * ratings * (ratings - 1.0) * spread;
            byCategory.add(pairs == 0 ? 0 : 1 - disagreement[k] / pairs);
            variance += spread;
            skew += spread * (1 - 2 * shares[k]);
        }
        double error =
                Math.sqrt(2 * (variance * variance - skew) / (table.units() * ratings * (ratings - 1.0))) / variance;
        return Optional.of(new Test(overall.value(), overall.value() / error, List.copyOf(byCategory)));
    }

    private static double[] disagreement(RaterTable table, int categories) {
        int[] codes = table.codes();
        double[] sums = new double[categories];
        int[] counts = new int[categories];
        for (int unit = 0; unit < table.units(); unit++) {
            Arrays.fill(counts, 0);
            for (int i = table.start(unit); i < table.end(unit); i++) {
                counts[codes[i]]++;
            }
            for (int k = 0; k < categories; k++) {
                sums[k] += counts[k] * (table.count(unit) - counts[k]);
            }
        }
        return sums;
    }
}
