package touchstone.measurement.ratings;

/**
 * The ratings that can be given: whole numbers from lowest to highest.
 *
 * @param lowest the lowest category, at least -100
 * @param highest the highest category, above {@code lowest} and at most 100 steps from it
 */
public record Scale(int lowest, int highest) {

    public Scale {
        if (highest <= lowest || lowest < -100 || highest - lowest > 100) {
            throw new RatingsException(
                    "a scale needs at least two categories and at most 101, got " + lowest + " to " + highest);
        }
    }

    /** Number of steps between categories, {@code highest - lowest}. */
    public int steps() {
        return highest - lowest;
    }
}
