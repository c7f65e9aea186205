package touchstone.measurement.fairness;

import java.util.Optional;
import org.apache.commons.statistics.distribution.NormalDistribution;
import touchstone.measurement.interval.Interval;
import touchstone.measurement.interval.Wilson;

/**
 * Selected and all candidates of a focal and of a reference group.
 *
 * @param focalSelected 0 to {@code focalTotal}
 * @param focalTotal at least 1
 * @param referenceSelected 0 to {@code referenceTotal}
 * @param referenceTotal at least 1
 */
public record TwoByTwo(int focalSelected, int focalTotal, int referenceSelected, int referenceTotal) {

    public TwoByTwo {
        if (focalTotal < 1
                || referenceTotal < 1
                || focalSelected < 0
                || referenceSelected < 0
                || focalSelected > focalTotal
                || referenceSelected > referenceTotal) {
            throw new IllegalArgumentException("need 0 <= selected <= total and total >= 1, got " + focalSelected
                    + " of " + focalTotal + " and " + referenceSelected + " of " + referenceTotal);
        }
    }

    /** Share of the focal group that was selected. */
    public double focalRate() {
        return (double) focalSelected / focalTotal;
    }

    /** Share of the reference group that was selected. */
    public double referenceRate() {
        return (double) referenceSelected / referenceTotal;
    }

    /** Share of both groups that was selected. */
    public double overallRate() {
        return (double) selected() / total();
    }

    int selected() {
        return focalSelected + referenceSelected;
    }

    int total() {
        return focalTotal + referenceTotal;
    }

    /** Focal rate over reference rate; empty when nobody of the reference group was selected. */
    public Optional<Double> impactRatio() {
        return referenceSelected == 0 ? Optional.empty() : Optional.of(focalRate() / referenceRate());
    }

    /**
     * Whether the ratio lies below four fifths: the rule of thumb of the Uniform Guidelines (1978), 29 CFR 1607.4 D. Exactly
     * four fifths is not below.
     */
    public boolean belowFourFifths() {
        return 5L * focalSelected * referenceTotal < 4L * referenceSelected * focalTotal;
    }

    /**
     * Interval of the ratio on the scale of its logarithm: D. Katz et al., "Obtaining confidence intervals for the risk ratio in
     * cohort studies", Biometrics 34 (1978), 469-474. Empty when a group has nobody selected, and when both were selected whole:
     * the formula has no width there, and a small group would look certain.
     */
    public Optional<Interval> katz(double confidence) {
        boolean everybody = focalSelected == focalTotal && referenceSelected == referenceTotal;
        if (focalSelected == 0 || referenceSelected == 0 || everybody) {
            return Optional.empty();
        }
        double ratio = focalRate() / referenceRate();
        double error =
                Math.sqrt(1.0 / focalSelected - 1.0 / focalTotal + 1.0 / referenceSelected - 1.0 / referenceTotal);
        double reach = Math.exp(normal((1 - confidence) / 2) * error);
        return Optional.of(new Interval(ratio / reach, ratio * reach));
    }

    /** Focal rate minus reference rate, -1 to 1. */
    public double difference() {
        return focalRate() - referenceRate();
    }

    /**
     * Interval of the difference from two Wilson intervals: R. G. Newcombe, "Interval estimation for the difference between
     * independent proportions", Statistics in Medicine 17 (1998), 873-890, method 10.
     */
    public Interval newcombe(double confidence) {
        Wilson wilson = Wilson.withDefaults().withConfidence(confidence);
        Interval focal = wilson.interval(focalSelected, focalTotal);
        Interval reference = wilson.interval(referenceSelected, referenceTotal);
        double below = Math.hypot(focalRate() - focal.low(), reference.high() - referenceRate());
        double above = Math.hypot(focal.high() - focalRate(), referenceRate() - reference.low());
        return new Interval(difference() - below, difference() + above);
    }

    /**
     * Difference over its standard error when both groups share one rate; beyond 2 is the courts' "two standard deviations". 0
     * when nobody or everybody was selected.
     */
    public double pooledZ() {
        double rate = overallRate();
        double error = Math.sqrt(rate * (1 - rate) * (1.0 / focalTotal + 1.0 / referenceTotal));
        return error == 0 ? 0 : difference() / error;
    }

    /** Two-sided probability of a {@link #pooledZ} at least as far from 0. */
    public double pooledP() {
        return 2 * NormalDistribution.of(0, 1).survivalProbability(Math.abs(pooledZ()));
    }

    /** People of the focal group that would be selected at the overall rate. */
    public double expectedFocal() {
        return focalTotal * overallRate();
    }

    /** How many people of the focal group are missing among the selected ones; negative when there are more than expected. */
    public double shortfall() {
        return expectedFocal() - focalSelected;
    }

    /** Cohen's h, the difference of the rates' arcsine transforms (J. Cohen, "Statistical Power Analysis", 1988, chapter 6). */
    public double cohenH() {
        return 2 * Math.asin(Math.sqrt(focalRate())) - 2 * Math.asin(Math.sqrt(referenceRate()));
    }

    /** The same people with one selection moved to the focal group; empty when there is none to move. */
    public Optional<TwoByTwo> oneToFocal() {
        return referenceSelected == 0 || focalSelected == focalTotal
                ? Optional.empty()
                : Optional.of(new TwoByTwo(focalSelected + 1, focalTotal, referenceSelected - 1, referenceTotal));
    }

    /** The same people with one selection moved to the reference group; empty when there is none to move. */
    public Optional<TwoByTwo> oneToReference() {
        return focalSelected == 0 || referenceSelected == referenceTotal
                ? Optional.empty()
                : Optional.of(new TwoByTwo(focalSelected - 1, focalTotal, referenceSelected + 1, referenceTotal));
    }

    /** Whether one person's outcome decides on which side of four fifths the ratio lies: then there are too few to tell. */
    public boolean onePersonDecides() {
        Optional<TwoByTwo> moved = belowFourFifths() ? oneToFocal() : oneToReference();
        return moved.isPresent() && moved.get().belowFourFifths() != belowFourFifths();
    }

    private static double normal(double tail) {
        return NormalDistribution.of(0, 1).inverseSurvivalProbability(tail);
    }
}
