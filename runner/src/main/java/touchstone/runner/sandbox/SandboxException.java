package touchstone.runner.sandbox;

import touchstone.runner.RunnerException;

/** The sandbox itself failed. */
public final class SandboxException extends RunnerException {

    private static final long serialVersionUID = 1L;

    public SandboxException(String message, Throwable cause) {
        super(message, cause);
    }

    public SandboxException(String message) {
        super(message);
    }
}
