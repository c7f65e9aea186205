package touchstone.simulator.wire;

import java.time.Duration;
import touchstone.simulator.fault.Fault;
import touchstone.simulator.fault.Step;

/** What the wire does with a call that was let in: the fault plan's step, made concrete for a plain or a streamed answer. */
sealed interface Script {

    /** Name of the fault for the ledger; "none" when the call is answered as asked. */
    String fault();

    /** An error response, with a hint how long to wait if there is one. */
    record Refuse(String fault, ApiError error, Hint hint) implements Script {}

    /** No byte is sent; the connection ends when the client leaves or this time has passed. */
    record Silence(String fault, Duration hold) implements Script {}

    /** The connection is reset. */
    record Reset(String fault) implements Script {}

    /** A 200 response: whole or in part. */
    record Deliver(String fault, Ending ending, Duration delay, Duration hold, boolean usage) implements Script {
        private static Deliver of(String fault, Ending ending) {
            return new Deliver(fault, ending, Duration.ZERO, Duration.ZERO, true);
        }
    }

    /** How the answer ends. All but {@link #WHOLE} and {@link #BROKEN_SCHEMA} come after half of the token events. */
    enum Ending {
        /** All of it is sent. */
        WHOLE,
        /** With the finish reason "length". */
        LENGTH,
        /** Without a finish reason or {@code [DONE]}. */
        CLEAN,
        /** With an error event. */
        ERROR_EVENT,
        /** With silence. */
        STALL,
        /** A line or body is cut, so that it is not JSON; a stream goes on behind it. */
        CUT_JSON,
        /** Nothing is in it but JSON without choices. */
        BROKEN_SCHEMA
    }

    /** The script of a step. */
    static Script of(Step step, boolean streamed) {
        return switch (step) {
            case Step.Serve() -> Deliver.of("none", Ending.WHOLE);
            case Fault.RateLimited fault ->
                new Refuse(
                        fault.name(), ApiError.rateLimited("requests"), new Hint.Of(fault.retryAfter(), fault.form()));
            case Fault.InsufficientQuota fault -> new Refuse(fault.name(), ApiError.noQuota(), new Hint.None());
            case Fault.HttpError fault -> new Refuse(fault.name(), ApiError.ofStatus(fault.status()), new Hint.None());
            case Fault.ConnectionReset fault -> new Reset(fault.name());
            case Fault.HangBeforeHeaders fault -> new Silence(fault.name(), fault.hold());
            case Fault.StallMidStream fault ->
                streamed
                        ? new Deliver(fault.name(), Ending.STALL, Duration.ZERO, fault.hold(), true)
                        : new Silence(fault.name(), fault.hold());
            case Fault.CleanEnd fault ->
                streamed ? Deliver.of(fault.name(), Ending.CLEAN) : of(new Fault.TruncatedByLength(), false);
            case Fault.ErrorEvent fault ->
                streamed
                        ? Deliver.of(fault.name(), Ending.ERROR_EVENT)
                        : new Refuse(fault.name(), ApiError.ofStatus(500), new Hint.None());
            case Fault.MalformedJson fault -> Deliver.of(fault.name(), Ending.CUT_JSON);
            case Fault.SchemaBreaking fault -> Deliver.of(fault.name(), Ending.BROKEN_SCHEMA);
            case Fault.SlowStart fault -> new Deliver(fault.name(), Ending.WHOLE, fault.delay(), Duration.ZERO, true);
            case Fault.TruncatedByLength fault -> Deliver.of(fault.name(), Ending.LENGTH);
            case Fault.UsageMissing fault ->
                new Deliver(fault.name(), Ending.WHOLE, Duration.ZERO, Duration.ZERO, false);
        };
    }
}
