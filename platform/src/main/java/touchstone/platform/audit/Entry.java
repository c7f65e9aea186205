package touchstone.platform.audit;

import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

/**
 * One row of the audit log. It names nobody; what it tells lies apart.
 *
 * @param seq 1, 2, 3 ... without a gap
 * @param at in whole microseconds
 * @param payloadDigest SHA-256 of salt and payload
 * @param previous hash of the entry before
 */
@SuppressWarnings("ArrayRecordComponent") // compared by its hash, never by equals
public record Entry(long seq, Instant at, What what, byte[] payloadDigest, byte[] previous, byte[] hash) {

    /**
     * What happened.
     *
     * @param actor account or candidate; {@link touchstone.platform.shared.Person#SYSTEM} for the application itself
     * @param type simple name of the event's record
     * @param entity what it happened to
     */
    public record What(UUID actor, String type, UUID entity) {}

    public String hashText() {
        return HexFormat.of().formatHex(hash);
    }

    public String digestText() {
        return HexFormat.of().formatHex(payloadDigest);
    }

    public String previousText() {
        return HexFormat.of().formatHex(previous);
    }
}
