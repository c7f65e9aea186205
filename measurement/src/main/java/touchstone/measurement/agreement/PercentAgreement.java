package touchstone.measurement.agreement;

import java.util.Optional;
import touchstone.measurement.agreement.Agreement.Undefined;
import touchstone.measurement.interval.Interval;

/**
 * Share of agreeing pairs of ratings, not corrected for chance: 0 to 1. High by itself where few categories are used.
 *
 * <p>Source: K. L. Gwet, "Handbook of Inter-Rater Reliability", 4th edition, 2014, section 2.2.
 */
public final class PercentAgreement {

    private final Weights weights;
    private final double confidence;

    private PercentAgreement(Weights weights, double confidence) {
        this.weights = weights;
        this.confidence = confidence;
    }

    /** Unweighted, confidence 0.95. */
    public static PercentAgreement withDefaults() {
        return new PercentAgreement(Weights.IDENTITY, 0.95);
    }

    /** The same with other weights. */
    public PercentAgreement withWeights(Weights other) {
        return new PercentAgreement(other, confidence);
    }

    /**
     * The same with another confidence level.
     *
     * @param level strictly between 0 and 1
     */
    public PercentAgreement withConfidence(double level) {
        return new PercentAgreement(weights, Linearisation.checkedConfidence(level));
    }

    /** The coefficient of a table; undefined for one rater, fewer than two pairable units, or one category. */
    public Agreement of(RaterTable table) {
        Optional<Undefined> obstacle = Linearisation.obstacle(table);
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        Linearisation parts = new Linearisation(table, weights, confidence);
        return switch (parts.estimate(0, new double[table.units()])) {
            case Agreement.Estimate found -> withinShares(found);
            case Agreement.Undefined undefined -> undefined;
        };
    }

    /** A share has no interval below 0. */
    private static Agreement withinShares(Agreement.Estimate found) {
        Interval interval = new Interval(
                Math.max(0, found.interval().low()), found.interval().high());
        return new Agreement.Estimate(found.value(), found.standardError(), interval, found.units());
    }
}
