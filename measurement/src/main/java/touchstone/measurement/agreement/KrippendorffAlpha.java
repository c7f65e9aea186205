package touchstone.measurement.agreement;

import touchstone.chance.Chance;
import touchstone.measurement.agreement.Agreement.Estimate;
import touchstone.measurement.agreement.Agreement.Undefined;
import touchstone.measurement.interval.ClusterBootstrap;
import touchstone.measurement.interval.Interval;

/**
 * Krippendorff's alpha: 1 - observed disagreement / disagreement by chance, for any number of raters, any level of
 * measurement, and missing ratings. 1 is perfect agreement, 0 chance, negative systematic disagreement.
 *
 * <p>Units with one rating are left out. Krippendorff takes at least .8 for firm conclusions, at least .667 for tentative
 * ones. Kin: with nominal ratings and many units {@link FleissKappa}, with interval ratings an intraclass correlation.
 * Undefined for one rater, fewer than two pairable units, all ratings equal, and a ratio level with negative ratings or more
 * than 20,000 different ones. Sources: K. Krippendorff, "Computing Krippendorff's alpha-reliability", 2011, sections A to E;
 * for the standard error K. L. Gwet, "Handbook of Inter-Rater Reliability", 4th edition, 2014, chapter 5, which takes the
 * distances of the ordinal level as fixed.
 */
public final class KrippendorffAlpha {

    private final Level level;
    private final double confidence;

    private KrippendorffAlpha(Level level, double confidence) {
        this.level = level;
        this.confidence = confidence;
    }

    /** Confidence 0.95. */
    public static KrippendorffAlpha of(Level level) {
        return new KrippendorffAlpha(level, 0.95);
    }

    /**
     * The same with another confidence level.
     *
     * @param wanted strictly between 0 and 1
     */
    public KrippendorffAlpha withConfidence(double wanted) {
        return new KrippendorffAlpha(level, Linearisation.checkedConfidence(wanted));
    }

    /** Alpha with a linearised standard error and an interval from Student's t. */
    public Agreement of(RaterTable table) {
        if (table.raters() < 2) {
            return new Undefined("Agreement needs at least two raters.");
        }
        Disagreement parts = Disagreement.of(table, level);
        if (parts.units() < 2) {
            return new Undefined(
                    "Agreement needs at least two units that two raters judged; there are " + parts.units() + ".");
        }
        if (parts.problem().isPresent()) {
            return new Undefined(parts.problem().get());
        }
        return linearised(parts, table.units());
    }

    private Agreement linearised(Disagreement parts, int allUnits) {
        double total = parts.ratings();
        double mean = total / parts.units();
        double expected = parts.expected() / (total * total);
        double observed = parts.observed() / total;
        double alpha = 1 - (total - 1) / total * observed / expected;
        double prime = 1 - observed / expected;
        double squares = 0;
        for (int unit = 0; unit < parts.units(); unit++) {
            double size = parts.size(unit) / mean - 1;
            double seen = (observed * size - parts.within(unit) / mean + expected) / expected;
            double chance = size + 1 - parts.toAll(unit) / (total * mean) - (1 - expected) * size;
            double linear = seen - 2 * (1 - prime) * (chance - (1 - expected)) / expected;
            squares += (linear - prime) * (linear - prime);
        }
        double error = Math.sqrt(squares / (parts.units() * (parts.units() - 1.0)));
        return Linearisation.estimate(alpha, error, parts.units(), allUnits - 1, confidence);
    }

    /**
     * Interval by resampling units, 2,000 times, at confidence 0.95: the one that Krippendorff advises; the distances of the
     * ordinal level are drawn anew each time. A resample whose ratings are all equal counts as alpha 1 when its original
     * ratings agree.
     *
     * @param chance source of the draws
     * @throws IllegalArgumentException when alpha itself is undefined
     */
    public Interval interval(RaterTable table, Chance chance) {
        if (of(table) instanceof Undefined undefined) {
            throw new IllegalArgumentException(undefined.reason());
        }
        return ClusterBootstrap.withDefaults()
                .interval(
                        table.units(),
                        draws -> switch (of(table.resampled(draws))) {
                            case Estimate found -> found.value();
                            case Undefined _ -> 1;
                        },
                        chance);
    }
}
