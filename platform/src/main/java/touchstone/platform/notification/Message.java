package touchstone.platform.notification;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import touchstone.platform.shared.Notice;

/** A message of the outbox. */
public record Message(UUID id, To to, Text text, Progress progress, Instant createdAt) {

    /** Whom it goes to. */
    public record To(String address, String name) {}

    /**
     * What it says.
     *
     * @param key of its texts: what kind of message it is
     * @param body empty once it was removed
     * @param link the page that it leads to, as a full address
     */
    public record Text(
            String key,
            String subject,
            Optional<String> body,
            Optional<String> link,
            Optional<Notice.Attachment> attachment) {}

    /**
     * How far it has come.
     *
     * @param nextAt when it is tried next; empty when it was sent or given up
     * @param lastError what the mail server answered last; may be empty
     */
    public record Progress(Optional<Instant> sentAt, int attempts, Optional<Instant> nextAt, String lastError) {
        public State state() {
            if (sentAt.isPresent()) {
                return State.SENT;
            }
            if (nextAt.isEmpty()) {
                return State.GIVEN_UP;
            }
            return attempts == 0 ? State.WAITING : State.RETRYING;
        }
    }

    /** How a message stands. */
    public enum State {
        WAITING,
        RETRYING,
        SENT,
        GIVEN_UP
    }
}
