package touchstone.measurement.reliability;

import java.util.OptionalInt;

/**
 * Reliability of the mean of several parallel ratings, from the reliability of one.
 *
 * <p>Sources: C. Spearman, "Correlation calculated from faulty data", British Journal of Psychology 3 (1910), 271-295; W. Brown,
 * in the same volume, 296-322. Assumes that further interviewers are as good as the present ones and independent.
 */
public final class SpearmanBrown {

    private SpearmanBrown() {}

    /**
     * Reliability of the mean of {@code count} ratings.
     *
     * @param one reliability of one rating, 0 to 1
     * @param count at least 1
     */
    public static double of(double one, int count) {
        if (!(one >= 0 && one <= 1) || count < 1) {
            throw new IllegalArgumentException(
                    "need a reliability from 0 to 1 and at least one rating, got " + one + " and " + count);
        }
        return count * one / (1 + (count - 1) * one);
    }

    /**
     * How many ratings reach a wanted reliability; empty when one rating has none.
     *
     * @param wanted strictly between 0 and 1
     */
    public static OptionalInt needed(double one, double wanted) {
        if (!(wanted > 0 && wanted < 1)) {
            throw new IllegalArgumentException("a wanted reliability lies between 0 and 1, got " + wanted);
        }
        if (of(one, 1) == 0) {
            return OptionalInt.empty();
        }
        double exact = wanted * (1 - one) / (one * (1 - wanted));
        return OptionalInt.of((int) Math.max(1, Math.ceil(exact - 1e-9)));
    }
}
