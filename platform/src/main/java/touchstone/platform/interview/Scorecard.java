package touchstone.platform.interview;

import java.time.Instant;
import java.util.UUID;

/**
 * A submitted scorecard in its newest revision.
 *
 * @param stage id of the stage of the plan
 */
public record Scorecard(
        UUID id, UUID interview, String stage, Interview.Seat author, ScorecardContent content, Revision revision) {

    /**
     * Which revision.
     *
     * @param number 1 is the first submission
     * @param reason of a correction; empty for the first
     */
    public record Revision(int number, String reason, Instant submittedAt) {}
}
