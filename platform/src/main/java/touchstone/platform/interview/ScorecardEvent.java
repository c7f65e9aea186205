package touchstone.platform.interview;

import java.util.Optional;
import java.util.UUID;
import touchstone.platform.shared.AuditableEvent;

/** Something that happened to scorecards of an application. */
public sealed interface ScorecardEvent extends AuditableEvent {

    UUID application();

    UUID candidate();

    @Override
    default Optional<UUID> about() {
        return Optional.of(candidate());
    }

    /** A scorecard was submitted. */
    record ScorecardSubmitted(
            UUID entity,
            UUID application,
            UUID candidate,
            UUID interview,
            Interview.Seat author,
            ScorecardContent content)
            implements ScorecardEvent {}

    /**
     * A submitted scorecard was corrected.
     *
     * @param revision 2, 3, ...
     */
    record ScorecardCorrected(
            UUID entity, UUID application, UUID candidate, int revision, String reason, ScorecardContent content)
            implements ScorecardEvent {}

    /**
     * Somebody opened the ratings of an application before they were due.
     *
     * @param entity the application
     */
    record RatingsSeenEarly(UUID entity, UUID candidate, UUID account, String reason) implements ScorecardEvent {
        @Override
        public UUID application() {
            return entity;
        }
    }
}
