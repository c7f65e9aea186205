package touchstone.platform.identity;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What is stored in place of a secret. */
public final class Digests {

    private Digests() {}

    /** The SHA-256 of the bytes; enough for secrets of 32 random bytes, never for passwords. */
    public static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
    }
}
