package touchstone.measurement.ratings;

/** What the ratings say of a candidate and a bar. Advice for people who decide, never a decision. */
public enum Evidence {
    /** The fair score is probably at or above the bar. */
    LIKELY_ABOVE,
    /** Too little is known to say. */
    INSUFFICIENT,
    /** The fair score is probably below the bar. */
    LIKELY_BELOW;

    private static final double LOW = 0.2;
    private static final double HIGH = 0.8;

    /**
     * Read from the probability that the fair score is at least the bar: insufficient from 0.2 to 0.8, ends included.
     *
     * @param probability 0 to 1
     */
    public static Evidence of(double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new RatingsException("a probability lies between 0 and 1, got " + probability);
        }
        if (probability > HIGH) {
            return LIKELY_ABOVE;
        }
        return probability < LOW ? LIKELY_BELOW : INSUFFICIENT;
    }
}
