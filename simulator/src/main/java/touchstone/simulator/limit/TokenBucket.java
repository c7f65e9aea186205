package touchstone.simulator.limit;

/**
 * A token bucket: starts full, refills steadily, and never holds more than its capacity. Not safe for many threads; its
 * {@link Limiter} holds a lock around a pair of them.
 *
 * <p>Levels are kept in micro-minutes of refill, so that whole tokens per minute and whole microseconds need no rounding.
 */
final class TokenBucket {

    private static final long MICROS_PER_MINUTE = 60_000_000;

    private final long capacity;
    private final long perMinute;
    private long level;
    private long atMicros;

    /** A full bucket. {@code capacity} and {@code perMinute} are tokens, 1 to 100 million. */
    TokenBucket(long capacity, long perMinute, long nowMicros) {
        if (capacity < 1 || capacity > 100_000_000 || perMinute < 1 || perMinute > 100_000_000) {
            throw new IllegalArgumentException("a bucket holds and refills 1 to 100,000,000 tokens, not " + capacity
                    + " and " + perMinute + " a minute");
        }
        this.capacity = capacity;
        this.perMinute = perMinute;
        this.level = capacity * MICROS_PER_MINUTE;
        this.atMicros = nowMicros;
    }

    /** Whether this many tokens are there now. */
    boolean holds(long tokens, long nowMicros) {
        refill(nowMicros);
        return level >= tokens * MICROS_PER_MINUTE;
    }

    /** Takes tokens that {@link #holds} has seen. */
    void take(long tokens) {
        level -= tokens * MICROS_PER_MINUTE;
    }

    /** Microseconds until this many tokens are there; 0 when they are. */
    long microsUntil(long tokens, long nowMicros) {
        refill(nowMicros);
        long missing = tokens * MICROS_PER_MINUTE - level;
        return missing <= 0 ? 0 : Math.ceilDiv(missing, perMinute);
    }

    long capacity() {
        return capacity;
    }

    /** Whole tokens that are there now. */
    long remaining(long nowMicros) {
        refill(nowMicros);
        return level / MICROS_PER_MINUTE;
    }

    private void refill(long nowMicros) {
        long elapsed = nowMicros - atMicros;
        if (elapsed <= 0) {
            return;
        }
        long missing = capacity * MICROS_PER_MINUTE - level;
        level = elapsed >= Math.ceilDiv(missing, perMinute)
                ? capacity * MICROS_PER_MINUTE
                : level + elapsed * perMinute;
        atMicros = nowMicros;
    }
}
