package touchstone.platform.interview;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import touchstone.platform.shared.AuditableEvent;

/** Something that happened to an interview. */
public sealed interface InterviewEvent extends AuditableEvent {

    /** Id of the interview. */
    @Override
    UUID entity();

    UUID candidate();

    @Override
    default Optional<UUID> about() {
        return Optional.of(candidate());
    }

    /** It was agreed. */
    record InterviewScheduled(
            UUID entity,
            UUID application,
            UUID candidate,
            String stage,
            Interview.Slot slot,
            List<Interview.Seat> seats)
            implements InterviewEvent {
        public InterviewScheduled {
            seats = List.copyOf(seats);
        }
    }

    /** Its time, its place or its interviewers changed. */
    record InterviewMoved(
            UUID entity,
            UUID application,
            UUID candidate,
            Interview.Slot before,
            Interview.Slot slot,
            List<Interview.Seat> seats)
            implements InterviewEvent {
        public InterviewMoved {
            seats = List.copyOf(seats);
        }
    }

    /** Somebody who was there said that it took place. */
    record InterviewTookPlace(UUID entity, UUID application, UUID candidate, Instant startedAt)
            implements InterviewEvent {}

    /** The candidate did not come. */
    record InterviewMissed(UUID entity, UUID application, UUID candidate) implements InterviewEvent {}

    /** It will not take place. */
    record InterviewCancelled(UUID entity, UUID application, UUID candidate) implements InterviewEvent {}
}
