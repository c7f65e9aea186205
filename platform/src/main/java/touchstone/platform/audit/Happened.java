package touchstone.platform.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An event as it was when it was published, waiting to become an entry.
 *
 * @param payload the event's record as JSON in UTF-8
 * @param erases whether it erases the person who is its entity
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Happened(UUID organisation, Instant at, Entry.What what, Optional<UUID> about, byte[] payload, boolean erases) {}
