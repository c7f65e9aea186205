package touchstone.measurement.agreement;

import java.util.Arrays;
import java.util.Optional;
import touchstone.measurement.agreement.Agreement.Undefined;

/**
 * Brennan and Prediger's kappa: chance agreement is that of raters who choose every category equally often; with two categories
 * it is Holley and Guilford's G, with weights it is defined for ordered scales.
 *
 * <p>Depends on the number of categories of the scale: name them all ({@link RaterTable#withCategories}). Source: R. L. Brennan
 * and D. J. Prediger, "Coefficient kappa: some uses, misuses, and alternatives", Educational and Psychological Measurement 41
 * (1981), 687-699.
 */
public final class BrennanPrediger {

    private final Weights weights;
    private final double confidence;

    private BrennanPrediger(Weights weights, double confidence) {
        this.weights = weights;
        this.confidence = confidence;
    }

    /** Unweighted, confidence 0.95. */
    public static BrennanPrediger withDefaults() {
        return new BrennanPrediger(Weights.IDENTITY, 0.95);
    }

    /** The same with other weights. */
    public BrennanPrediger withWeights(Weights other) {
        return new BrennanPrediger(other, confidence);
    }

    /**
     * The same with another confidence level.
     *
     * @param level strictly between 0 and 1
     */
    public BrennanPrediger withConfidence(double level) {
        return new BrennanPrediger(weights, Linearisation.checkedConfidence(level));
    }

    /** The coefficient of a table; undefined for one rater, fewer than two pairable units, or one category. */
    public Agreement of(RaterTable table) {
        Optional<Undefined> obstacle = Linearisation.obstacle(table);
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        Linearisation parts = new Linearisation(table, weights, confidence);
        double count = table.categories().length;
        double chance = parts.totalWeight() / (count * count);
        double[] constant = new double[table.units()];
        Arrays.fill(constant, chance);
        return parts.estimate(chance, constant);
    }
}
