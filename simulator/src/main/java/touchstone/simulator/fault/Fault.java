package touchstone.simulator.fault;

import java.time.Duration;

/**
 * One way in which a call goes wrong. The wire layer handles every case in one exhaustive switch, so that a new case shows
 * each place that must know of it.
 */
public sealed interface Fault extends Step {

    /** Name in ledgers, scenario files and reports, in kebab case. */
    String name();

    /** How a rate-limited response tells the client to wait. */
    enum HintForm {
        /** {@code Retry-After: 2}, whole seconds, rounded up. */
        SECONDS,
        /** {@code retry-after-ms: 1200}. */
        MILLISECONDS,
        /** {@code Retry-After: Wed, 21 Oct 2026 07:28:00 GMT}, whole seconds, rounded up. */
        DATE
    }

    /** 429 {@code rate_limit_exceeded} with a hint. A long hint (90 s) says: not within this item's deadline. */
    record RateLimited(Duration retryAfter, HintForm form) implements Fault {
        @Override
        public String name() {
            return "rate-limited";
        }
    }

    /** 429 {@code insufficient_quota}: looks like a rate limit, can never succeed. */
    record InsufficientQuota() implements Fault {
        @Override
        public String name() {
            return "insufficient-quota";
        }
    }

    /** A plain error status: 400, 401, 403, 404, 500, 502 or 503, with the error body of the real API. */
    record HttpError(int status) implements Fault {
        @Override
        public String name() {
            return "http-" + status;
        }
    }

    /** The connection is reset before any byte of a response. */
    record ConnectionReset() implements Fault {
        @Override
        public String name() {
            return "connection-reset";
        }
    }

    /** No byte is sent; the connection stays open until the client leaves or {@code hold} has passed. */
    record HangBeforeHeaders(Duration hold) implements Fault {
        @Override
        public String name() {
            return "hang";
        }
    }

    /** A stream stops after part of the answer and stays open until the client leaves or {@code hold} has passed. */
    record StallMidStream(Duration hold) implements Fault {
        @Override
        public String name() {
            return "stall";
        }
    }

    /** A stream ends cleanly after part of the answer: no finish reason, no {@code [DONE]}. */
    record CleanEnd() implements Fault {
        @Override
        public String name() {
            return "clean-end";
        }
    }

    /** A 200 stream carries an error event after part of the answer. */
    record ErrorEvent() implements Fault {
        @Override
        public String name() {
            return "error-event";
        }
    }

    /** 200 with a body that is not JSON (cut in the middle). */
    record MalformedJson() implements Fault {
        @Override
        public String name() {
            return "malformed-json";
        }
    }

    /** 200 with valid JSON that breaks the response schema: {@code choices} is empty and content is missing. */
    record SchemaBreaking() implements Fault {
        @Override
        public String name() {
            return "schema-breaking";
        }
    }

    /** The answer is right but its first byte comes {@code delay} later than the model's pace. */
    record SlowStart(Duration delay) implements Fault {
        @Override
        public String name() {
            return "slow-start";
        }
    }

    /** The answer stops half way with {@code finish_reason: "length"}. */
    record TruncatedByLength() implements Fault {
        @Override
        public String name() {
            return "truncated-by-length";
        }
    }

    /** The answer is complete but the usage block is missing. */
    record UsageMissing() implements Fault {
        @Override
        public String name() {
            return "usage-missing";
        }
    }
}
