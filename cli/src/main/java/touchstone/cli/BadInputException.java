package touchstone.cli;

/** The command was asked for something that cannot be done. One sentence: what, where, what to do. Exit status 2. */
final class BadInputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadInputException(String message) {
        super(message);
    }
}
