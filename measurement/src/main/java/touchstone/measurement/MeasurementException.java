package touchstone.measurement;

/** A file that was handed in cannot be measured. One sentence: which file, which line, what is wrong and what to do. */
public final class MeasurementException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MeasurementException(String message) {
        super(message);
    }

    public MeasurementException(String message, Throwable cause) {
        super(message, cause);
    }
}
