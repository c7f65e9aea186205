package touchstone.platform.debrief;

import java.util.Optional;
import java.util.UUID;
import touchstone.catalogue.content.Level;
import touchstone.platform.shared.AuditableEvent;

/** What happened in and after the debrief of an application. */
public sealed interface DebriefEvent extends AuditableEvent {

    UUID application();

    UUID candidate();

    @Override
    default Optional<UUID> about() {
        return Optional.of(candidate());
    }

    /** Somebody said what they would do. */
    record OpinionGiven(UUID entity, UUID application, UUID candidate, boolean hire, Level level, String text)
            implements DebriefEvent {}

    /** A bar raiser objected. */
    record VetoCast(UUID entity, UUID application, UUID candidate, String reason) implements DebriefEvent {}

    /** A bar raiser took the objection back. */
    record VetoLifted(UUID entity, UUID application, UUID candidate, String reason) implements DebriefEvent {}

    /**
     * It was decided.
     *
     * @param number 1, 2, ... within the application
     * @param numbers that it was decided with
     */
    record DecisionMade(
            UUID entity,
            UUID application,
            UUID candidate,
            int number,
            Decision.Outcome outcome,
            Level level,
            Decision.Words words,
            Numbers numbers)
            implements DebriefEvent {}

    /** Terms were written or changed, and approvals asked for. */
    record OfferMade(UUID entity, UUID application, UUID candidate, String terms, java.util.List<UUID> approvers)
            implements DebriefEvent {}

    /** One of those asked approved. */
    record OfferApproved(UUID entity, UUID application, UUID candidate, UUID account, String reason)
            implements DebriefEvent {}

    /** One of those asked refused. */
    record OfferRefused(UUID entity, UUID application, UUID candidate, UUID account, String reason)
            implements DebriefEvent {}

    /** It went to the candidate. */
    record OfferSent(UUID entity, UUID application, UUID candidate) implements DebriefEvent {}

    /** The candidate answered. */
    record OfferAnswered(UUID entity, UUID application, UUID candidate, boolean accepted, String note)
            implements DebriefEvent {}

    /** A later decision took it back. */
    record OfferWithdrawn(UUID entity, UUID application, UUID candidate) implements DebriefEvent {}

    /**
     * The candidate was written to.
     *
     * @param entity the application
     * @param edited whether a person changed the draft
     */
    record FeedbackSent(UUID entity, UUID candidate, String text, boolean edited) implements DebriefEvent {
        @Override
        public UUID application() {
            return entity;
        }
    }
}
