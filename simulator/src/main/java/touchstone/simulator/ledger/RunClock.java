package touchstone.simulator.ledger;

import java.util.function.LongSupplier;

/**
 * The one clock of a run: microseconds since the run began, shared by the simulator's ledger and the runner's log, so that
 * their times can be compared.
 */
public final class RunClock {

    private final LongSupplier nanoTime;
    private final long startNanos;

    /** A clock that starts now. {@code nanoTime} is a monotonic source of nanoseconds, such as System::nanoTime. */
    public RunClock(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.startNanos = nanoTime.getAsLong();
    }

    /** Microseconds since the start of the run. */
    public long micros() {
        return (nanoTime.getAsLong() - startNanos) / 1_000;
    }
}
