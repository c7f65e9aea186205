package touchstone.platform.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * How an entry of the audit log becomes bytes and a hash, so that anybody can compute it again.
 *
 * <p>{@code payload digest = SHA-256(salt, payload)}: 32 random bytes, then the payload's JSON in UTF-8. The salt keeps
 * a digest from being guessed after the payload was erased.
 *
 * <p>{@code hash = SHA-256} of these bytes, integers big-endian, ids as their 16 bytes: the byte 1 (this form);
 * organisation; seq (8 bytes); time in microseconds since 1970 (8); actor; entity; length of the type in bytes (4), the
 * type in UTF-8; payload digest (32); hash of the entry before (32; zeros before the first).
 */
final class Chain {

    static final int HASH = 32;

    private static final byte FORM = 1;
    private static final int FIXED = 1 + 3 * 16 + 2 * 8 + 4 + 2 * HASH;

    private Chain() {}

    /** What stands before the first entry. */
    static byte[] beginning() {
        return new byte[HASH];
    }

    static byte[] payloadDigest(byte[] salt, byte[] payload) {
        MessageDigest digest = sha256();
        digest.update(salt);
        return digest.digest(payload);
    }

    /** The hash of an entry, from all its other fields. */
    static byte[] hash(UUID organisation, Entry entry) {
        byte[] type = entry.what().type().getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(FIXED + type.length);
        bytes.put(FORM);
        put(bytes, organisation);
        bytes.putLong(entry.seq());
        bytes.putLong(ChronoUnit.MICROS.between(Instant.EPOCH, entry.at()));
        put(bytes, entry.what().actor());
        put(bytes, entry.what().entity());
        bytes.putInt(type.length).put(type);
        bytes.put(entry.payloadDigest()).put(entry.previous());
        return sha256().digest(bytes.array());
    }

    private static void put(ByteBuffer bytes, UUID id) {
        bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
