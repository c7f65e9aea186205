package touchstone.simulator.wire;

/** A request body that was read: the value, or the error that the caller gets. */
sealed interface Parsed<T> {

    record Accepted<T>(T value) implements Parsed<T> {}

    record Refused<T>(ApiError error) implements Parsed<T> {}
}
