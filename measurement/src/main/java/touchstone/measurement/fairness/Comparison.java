package touchstone.measurement.fairness;

import java.util.Optional;
import touchstone.measurement.interval.Interval;

/** What can be said of one group beside the reference group. */
public sealed interface Comparison {

    /** This is the reference: among the groups that are large enough, the one with the highest rate. */
    record Reference() implements Comparison {}

    /**
     * Compared with the reference.
     *
     * @param table the counts of both
     * @param ratio impact ratio, at least 0
     * @param ratioInterval empty when nobody of the group was selected, or everybody of both
     * @param differenceInterval of the rates' difference
     * @param tests the chance of such a difference when the rates are equal
     * @param verdict what the numbers allow to say
     */
    record Compared(
            TwoByTwo table,
            double ratio,
            Optional<Interval> ratioInterval,
            Interval differenceInterval,
            Tests tests,
            Verdict verdict)
            implements Comparison {}

    /**
     * Nothing can be said.
     *
     * @param reason one sentence for a person
     */
    record Insufficient(String reason) implements Comparison {}

    /**
     * Probabilities of the observed difference or a larger one.
     *
     * @param fisher exact
     * @param pooledP of the pooled z
     * @param holm Fisher's two-sided value, adjusted for the number of groups compared
     */
    record Tests(FisherExact fisher, double pooledP, double holm) {}

    /** A reading of the numbers, for a person to follow up. */
    enum Verdict {
        /** Below four fifths, and more than chance would give. */
        LOOK_INTO_IT,
        /** Below four fifths, within what chance would give: more data needed. */
        BELOW_BUT_UNCERTAIN,
        /** One person's outcome moves the ratio across four fifths. */
        TOO_FEW_TO_TELL,
        /** At least four fifths, yet more than chance would give: a small difference among many people. */
        SMALL_BUT_CERTAIN,
        /** At least four fifths, within what chance would give. */
        NOTHING_SEEN
    }
}
