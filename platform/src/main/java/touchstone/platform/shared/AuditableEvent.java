package touchstone.platform.shared;

import java.util.Optional;
import java.util.UUID;

/**
 * Something that happened and must be provable later. A module publishes it inside the transaction that it belongs to, as
 * a record whose components are the payload; {@code audit} writes it in the same transaction.
 *
 * <p>The type in the log is the record's simple name, so a published event is never renamed.
 */
public interface AuditableEvent {

    /** What it happened to: an opening, a plan, an application, a scorecard, an account. */
    UUID entity();

    /** The person whom the payload tells about, so that erasing the person erases the payload. */
    default Optional<UUID> about() {
        return Optional.empty();
    }
}
