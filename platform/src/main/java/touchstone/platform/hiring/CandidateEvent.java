package touchstone.platform.hiring;

import java.util.Optional;
import java.util.UUID;
import touchstone.platform.shared.AuditableEvent;

/** What happened to a candidate's own record. */
public sealed interface CandidateEvent extends AuditableEvent {

    /** A candidate became known. */
    record CandidateAdded(UUID entity, String name, String email, String source) implements CandidateEvent {
        @Override
        public Optional<UUID> about() {
            return Optional.of(entity);
        }
    }

    /** Name, address or zone were put right. */
    record CandidateChanged(UUID entity, String name, String email, String source) implements CandidateEvent {
        @Override
        public Optional<UUID> about() {
            return Optional.of(entity);
        }
    }

    /**
     * A candidate's personal data were erased. Other modules erase what they hold when they hear of it. The payload tells
     * nothing about the person, so that it outlives the erasure.
     */
    record CandidateErased(UUID entity) implements CandidateEvent, touchstone.platform.shared.Erasure {}
}
