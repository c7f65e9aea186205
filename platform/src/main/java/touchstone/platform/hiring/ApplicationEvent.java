package touchstone.platform.hiring;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import touchstone.platform.shared.AuditableEvent;

/** What happened to an application, the {@link #entity}. */
public sealed interface ApplicationEvent extends AuditableEvent {

    /** Who applied. */
    UUID candidate();

    @Override
    default Optional<UUID> about() {
        return Optional.of(candidate());
    }

    /** A candidate applied. */
    record ApplicationStarted(UUID entity, UUID candidate, UUID opening, UUID planVersion, String stage)
            implements ApplicationEvent {}

    /** It went to another stage. */
    record ApplicationMoved(UUID entity, UUID candidate, String from, String to, String reason)
            implements ApplicationEvent {}

    /** It ended. */
    record ApplicationClosed(UUID entity, UUID candidate, Candidacy.State state, String stage, String reason)
            implements ApplicationEvent {}

    /** Somebody was put on it. */
    record ParticipantAdded(UUID entity, UUID candidate, UUID account, Participant.Capacity capacity)
            implements ApplicationEvent {}

    /** Somebody was taken off it. */
    record ParticipantRemoved(UUID entity, UUID candidate, UUID account, Participant.Capacity capacity)
            implements ApplicationEvent {}

    /** Take-home work was sent, or its due date moved. */
    record TakeHomeSent(UUID entity, UUID candidate, String stage, Instant dueAt) implements ApplicationEvent {}

    /** Take-home work came back, or what was recorded of it was put right. */
    record TakeHomeHandedIn(UUID entity, UUID candidate, String stage, TakeHome.HandedIn work)
            implements ApplicationEvent {}
}
