package touchstone.measurement.agreement;

import java.util.Optional;
import touchstone.measurement.agreement.Agreement.Undefined;

/**
 * Gwet's AC1 and, with weights, AC2: chance agreement only among ratings that are hard to make, so that the coefficient stays
 * near the observed agreement when one category prevails.
 *
 * <p>Depends on the number of categories of the scale: name them all ({@link RaterTable#withCategories}) where some were never
 * used. Source: K. L. Gwet, "Computing inter-rater reliability and its variance in the presence of high agreement", British
 * Journal of Mathematical and Statistical Psychology 61 (2008), 29-48.
 */
public final class GwetAc {

    private final Weights weights;
    private final double confidence;

    private GwetAc(Weights weights, double confidence) {
        this.weights = weights;
        this.confidence = confidence;
    }

    /** Unweighted, confidence 0.95. */
    public static GwetAc withDefaults() {
        return new GwetAc(Weights.IDENTITY, 0.95);
    }

    /** The same with other weights. */
    public GwetAc withWeights(Weights other) {
        return new GwetAc(other, confidence);
    }

    /**
     * The same with another confidence level.
     *
     * @param level strictly between 0 and 1
     */
    public GwetAc withConfidence(double level) {
        return new GwetAc(weights, Linearisation.checkedConfidence(level));
    }

    /** The coefficient of a table; undefined for one rater, fewer than two pairable units, or one category. */
    public Agreement of(RaterTable table) {
        Optional<Undefined> obstacle = Linearisation.obstacle(table);
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        Linearisation parts = new Linearisation(table, weights, confidence);
        double[] shares = parts.shares();
        int count = shares.length;
        double scale = parts.totalWeight() / (count * (count - 1.0));
        double[] byCategory = new double[count];
        double chance = 0;
        for (int k = 0; k < count; k++) {
            byCategory[k] = scale * (1 - shares[k]);
            chance += shares[k] * byCategory[k];
        }
        return parts.estimate(chance, parts.unitMeans(byCategory));
    }
}
