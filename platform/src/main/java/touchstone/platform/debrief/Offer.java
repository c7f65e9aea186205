package touchstone.platform.debrief;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the candidate is offered.
 *
 * @param version a change names the version that it saw
 */
public record Offer(
        UUID id, String terms, State state, List<Approval> approvals, Times times, String answer, int version) {

    public Offer {
        approvals = List.copyOf(approvals);
    }

    /** How far it is. */
    public enum State {
        /** Approvals are asked for. */
        DRAFT,
        /** Everybody who was asked approved; it can be sent. */
        APPROVED,
        SENT,
        ACCEPTED,
        DECLINED,
        /** A later decision took it back. */
        WITHDRAWN
    }

    /** When what happened. */
    public record Times(Instant made, Optional<Instant> sent, Optional<Instant> answered) {}

    /**
     * One of those who are asked.
     *
     * @param given empty while it is asked for
     */
    public record Approval(UUID account, String name, Optional<Given> given) {}

    /** What one of them said. */
    public record Given(boolean approved, String reason, Instant at) {}
}
