package touchstone.measurement.ratings;

/** Ratings that cannot be measured as they are; the message is one sentence for a person who has the data. */
public final class RatingsException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** With that sentence. */
    public RatingsException(String sentence) {
        super(sentence);
    }
}
