package touchstone.platform.shell.database;

import org.jspecify.annotations.Nullable;

/** The database cannot be used. The message is one sentence for the person who started Touchstone. */
public final class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DatabaseException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
