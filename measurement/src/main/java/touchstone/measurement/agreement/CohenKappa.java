package touchstone.measurement.agreement;

import java.util.Optional;
import touchstone.measurement.agreement.Agreement.Undefined;

/**
 * Cohen's kappa for two raters, plain or weighted, and Conger's generalisation for more: chance from each rater's own habits.
 *
 * <p>Raters' names count here, unlike in {@link FleissKappa}. The standard error for two raters who judged every unit has
 * divisor n as in J. L. Fleiss, J. Cohen and B. S. Everitt, Psychological Bulletin 72 (1969), 323-327; otherwise n - 1.
 * Sources: J. Cohen, Educational and Psychological Measurement 20 (1960), 37-46 and Psychological Bulletin 70 (1968), 213-220;
 * A. J. Conger, Psychological Bulletin 88 (1980), 322-328; for missing ratings K. L. Gwet, "Handbook of Inter-Rater
 * Reliability", 4th edition, 2014.
 */
public final class CohenKappa {

    private final Weights weights;
    private final double confidence;

    private CohenKappa(Weights weights, double confidence) {
        this.weights = weights;
        this.confidence = confidence;
    }

    /** Unweighted, confidence 0.95. */
    public static CohenKappa withDefaults() {
        return new CohenKappa(Weights.IDENTITY, 0.95);
    }

    /** The same with other weights. */
    public CohenKappa withWeights(Weights other) {
        return new CohenKappa(other, confidence);
    }

    /**
     * The same with another confidence level.
     *
     * @param level strictly between 0 and 1
     */
    public CohenKappa withConfidence(double level) {
        return new CohenKappa(weights, Linearisation.checkedConfidence(level));
    }

    /** The coefficient of a table; undefined for one rater, fewer than two pairable units, or one category. */
    public Agreement of(RaterTable table) {
        Optional<Undefined> obstacle = Linearisation.obstacle(table);
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        Linearisation parts = new Linearisation(table, weights, confidence);
        Margins margins = Margins.of(table, parts);
        Agreement found = parts.estimate(margins.chance, margins.byUnit);
        if (found instanceof Agreement.Estimate estimate && table.raters() == 2 && table.isComplete()) {
            int units = estimate.units();
            double error = estimate.standardError() * Math.sqrt((units - 1.0) / units);
            return Linearisation.estimate(estimate.value(), error, units, units - 1, confidence);
        }
        return found;
    }

    /** Each rater's shares of the categories, and what they give by chance. */
    private static final class Margins {

        private final double[][] shares;
        private final int[] ratings;
        private double chance;
        private final double[] byUnit;

        private Margins(RaterTable table, int[] codes, int categories) {
            shares = new double[table.raters()][categories];
            ratings = new int[table.raters()];
            byUnit = new double[table.units()];
            for (int i = 0; i < table.size(); i++) {
                shares[table.rater(i)][codes[i]]++;
                ratings[table.rater(i)]++;
            }
            for (int rater = 0; rater < shares.length; rater++) {
                for (int k = 0; k < categories; k++) {
                    shares[rater][k] /= Math.max(1, ratings[rater]);
                }
            }
        }

        static Margins of(RaterTable table, Linearisation parts) {
            Margins margins = new Margins(table, parts.codes(), parts.weights().length);
            double[] all = new double[parts.weights().length];
            int raters = 0;
            for (int rater = 0; rater < margins.shares.length; rater++) {
                raters += margins.ratings[rater] > 0 ? 1 : 0;
                for (int k = 0; k < all.length; k++) {
                    all[k] += margins.shares[rater][k];
                }
            }
            margins.meet(table, parts, all, raters * (raters - 1.0));
            return margins;
        }

        /** Lets every rater meet every other one by chance. */
        private void meet(RaterTable table, Linearisation parts, double[] all, double pairs) {
            int categories = all.length;
            double[][] met = new double[shares.length][categories];
            double[] expected = new double[shares.length];
            for (int rater = 0; rater < shares.length; rater++) {
                for (int l = 0; l < categories; l++) {
                    for (int k = 0; k < categories; k++) {
                        met[rater][l] += (all[k] - shares[rater][k]) * parts.weights()[k][l];
                    }
                    expected[rater] += met[rater][l] * shares[rater][l];
                }
                chance += expected[rater] / pairs;
            }
            for (int unit = 0; unit < byUnit.length; unit++) {
                byUnit[unit] = chance;
                for (int i = table.start(unit); i < table.end(unit); i++) {
                    int rater = table.rater(i);
                    double weight = (double) table.units() / ratings[rater];
                    byUnit[unit] += weight * (met[rater][parts.codes()[i]] - expected[rater]) / pairs;
                }
            }
        }
    }
}
