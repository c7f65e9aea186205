package touchstone.platform.hiring;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Work that a candidate does alone: when it was sent, when it is due, what came back. */
public record TakeHome(
        UUID application, String stage, Instant sentAt, Instant dueAt, Optional<HandedIn> handedIn, int version) {

    /** Time that a candidate is given at least (R-STAGE-3). */
    public static final Duration LEAST = Duration.ofDays(2);

    /** Time that a candidate is given unless somebody says otherwise (R-STAGE-3). */
    public static final Duration USUAL = Duration.ofDays(3);

    /** Time that a candidate is given at most, for those who work beside a job. */
    public static final Duration MOST = Duration.ofDays(14);

    /**
     * What came back.
     *
     * @param hoursSpent as the candidate says, 0 to 500
     * @param place where the work lies
     * @param labScore 0 to 100, in the lab's own unit; never a rating
     * @param note what the candidate says about it
     */
    public record HandedIn(
            Instant at, Optional<Double> hoursSpent, String place, Optional<Double> labScore, String note) {}

    /** Whether it came back after it was due, or is due and has not come back. */
    public boolean isLate(Instant now) {
        return handedIn.map(HandedIn::at).orElse(now).isAfter(dueAt);
    }
}
