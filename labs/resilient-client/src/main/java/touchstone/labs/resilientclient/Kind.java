package touchstone.labs.resilientclient;

import java.time.Duration;
import java.util.Locale;
import touchstone.simulator.fault.Fault;
import touchstone.simulator.fault.Fault.HintForm;
import touchstone.simulator.fault.FaultPlan;
import touchstone.simulator.fault.Step;

/** What an item of the steady phase meets, and how many of each there are: the same number in every seed. */
enum Kind {
    CONTROL(12, 6),
    LIMITED_SECONDS(3, 1),
    LIMITED_MILLISECONDS(3, 1),
    LIMITED_DATE(3, 2),
    LIMITED_LONG(3, 1),
    QUOTA(3, 1),
    BAD_REQUEST(2, 1),
    UNAUTHORIZED(1, 0),
    FORBIDDEN(1, 0),
    NOT_FOUND(1, 1),
    UNAVAILABLE_TWICE(5, 2),
    SERVER_ERROR(4, 1),
    BAD_GATEWAY(3, 1),
    RESET(3, 1),
    HANG(4, 2),
    HANG_FOREVER(3, 1),
    STALL(3, 1),
    CLEAN_END(4, 2),
    CUT_BY_LENGTH(3, 1),
    ERROR_EVENT(3, 1),
    MALFORMED(3, 1),
    SCHEMA_BREAKING(3, 2),
    USAGE_MISSING(2, 1),
    SLOW_START(2, 1);

    private static final Duration HOLD = Duration.ofSeconds(30);

    private final int inFull;
    private final int inQuick;

    Kind(int inFull, int inQuick) {
        this.inFull = inFull;
        this.inQuick = inQuick;
    }

    int count(boolean quick) {
        return quick ? inQuick : inFull;
    }

    /** Name in logs and reports, in kebab case. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What the calls for such an item meet, in order. */
    FaultPlan plan() {
        return switch (this) {
            case CONTROL -> FaultPlan.of(Step.SERVE);
            case LIMITED_SECONDS -> once(limited(1_000, HintForm.SECONDS));
            case LIMITED_MILLISECONDS -> once(limited(700, HintForm.MILLISECONDS));
            case LIMITED_DATE -> once(limited(1_200, HintForm.DATE));
            case LIMITED_LONG -> FaultPlan.of(limited(90_000, HintForm.SECONDS));
            case QUOTA -> FaultPlan.of(new Fault.InsufficientQuota());
            case BAD_REQUEST -> FaultPlan.of(new Fault.HttpError(400));
            case UNAUTHORIZED -> FaultPlan.of(new Fault.HttpError(401));
            case FORBIDDEN -> FaultPlan.of(new Fault.HttpError(403));
            case NOT_FOUND -> FaultPlan.of(new Fault.HttpError(404));
            case UNAVAILABLE_TWICE -> FaultPlan.of(new Fault.HttpError(503), new Fault.HttpError(503), Step.SERVE);
            case SERVER_ERROR -> once(new Fault.HttpError(500));
            case BAD_GATEWAY -> once(new Fault.HttpError(502));
            case RESET -> once(new Fault.ConnectionReset());
            case HANG -> once(new Fault.HangBeforeHeaders(HOLD));
            case HANG_FOREVER -> FaultPlan.of(new Fault.HangBeforeHeaders(HOLD));
            case STALL -> once(new Fault.StallMidStream(HOLD));
            case CLEAN_END -> once(new Fault.CleanEnd());
            case CUT_BY_LENGTH -> once(new Fault.TruncatedByLength());
            case ERROR_EVENT -> once(new Fault.ErrorEvent());
            case MALFORMED -> once(new Fault.MalformedJson());
            case SCHEMA_BREAKING -> once(new Fault.SchemaBreaking());
            case USAGE_MISSING -> once(new Fault.UsageMissing());
            case SLOW_START -> once(new Fault.SlowStart(Duration.ofMillis(600)));
        };
    }

    private static FaultPlan once(Fault fault) {
        return FaultPlan.of(fault, Step.SERVE);
    }

    private static Fault limited(long millis, HintForm form) {
        return new Fault.RateLimited(Duration.ofMillis(millis), form);
    }
}
