package touchstone.runner;

/** A failure of the runner itself, never of a solution. The message says what, where, and what to do. */
public class RunnerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RunnerException(String message, Throwable cause) {
        super(message, cause);
    }

    public RunnerException(String message) {
        super(message);
    }
}
