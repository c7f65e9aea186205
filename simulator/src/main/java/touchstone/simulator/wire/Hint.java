package touchstone.simulator.wire;

import java.time.Duration;
import touchstone.simulator.fault.Fault;

/** How a refused caller is told to wait. */
sealed interface Hint {

    /** Not at all. */
    record None() implements Hint {}

    /** In one form, as a fault asks for it. */
    record Of(Duration delay, Fault.HintForm form) implements Hint {}

    /** As the limiter does: whole seconds in one header and milliseconds in another, both rounded up. */
    record Both(long micros) implements Hint {}
}
