package touchstone.simulator.clients;

/** What came of one feature with one client. */
sealed interface Finding {

    /** What to know about it; may be empty for {@link Works}. */
    String detail();

    /** As it should be; the detail names the client's exception type where one was due. */
    record Works(String detail) implements Finding {}

    /** The client does something else by its own choice; the simulator did its part. */
    record Differs(String detail) implements Finding {}

    /** Not what it must be: the test fails. */
    record Wrong(String detail) implements Finding {}

    /** Reads what a client's program printed. */
    static Finding of(String result, String detail) {
        return switch (result) {
            case "works" -> new Works(detail);
            case "differs" -> new Differs(detail);
            default -> new Wrong(detail);
        };
    }
}
