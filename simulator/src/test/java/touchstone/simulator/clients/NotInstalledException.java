package touchstone.simulator.clients;

/** A client could not be installed: no network, no interpreter. Its column says so; the test does not fail. */
final class NotInstalledException extends Exception {

    private static final long serialVersionUID = 1L;

    NotInstalledException(String why) {
        super(why);
    }
}
