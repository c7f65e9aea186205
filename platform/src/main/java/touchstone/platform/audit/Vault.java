package touchstone.platform.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts payloads with AES-256-GCM, each under the key of the person whom it tells about, and those keys under the
 * installation's secret. What is encrypted is bound to where it belongs: to the organisation and person of a key, to the
 * organisation, person and entry of a payload.
 */
final class Vault {

    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final byte[] secret;
    private final SecureRandom random;

    /** @param secret 64 hexadecimal digits */
    Vault(String secret, SecureRandom random) {
        this.secret = HexFormat.of().parseHex(secret);
        this.random = random;
    }

    /** Where something encrypted belongs; a key belongs to entry 0. */
    record Place(UUID organisation, UUID person, long seq) {
        private byte[] bytes() {
            String text = organisation + "/" + person + "/" + seq;
            return text.getBytes(StandardCharsets.US_ASCII);
        }
    }

    /** A person's payload, encrypted. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Sealed(byte[] nonce, byte[] ciphertext) {}

    byte[] salt() {
        return bytes(Chain.HASH);
    }

    byte[] newKey() {
        return bytes(KEY);
    }

    /** A person's key, encrypted: its nonce, then the ciphertext. */
    byte[] wrap(byte[] key, UUID organisation, UUID person) {
        Sealed sealed = seal(secret, key, new Place(organisation, person, 0));
        return ByteBuffer.allocate(NONCE + sealed.ciphertext().length)
                .put(sealed.nonce())
                .put(sealed.ciphertext())
                .array();
    }

    /** The key again; none when it was changed, or was encrypted with another installation's secret. */
    Optional<byte[]> unwrap(byte[] wrapped, UUID organisation, UUID person) {
        if (wrapped.length <= NONCE) {
            return Optional.empty();
        }
        Sealed sealed = new Sealed(Arrays.copyOf(wrapped, NONCE), Arrays.copyOfRange(wrapped, NONCE, wrapped.length));
        return open(secret, sealed, new Place(organisation, person, 0)).filter(key -> key.length == KEY);
    }

    Sealed seal(byte[] key, byte[] text, Place place) {
        byte[] nonce = bytes(NONCE);
        try {
            return new Sealed(
                    nonce, cipher(Cipher.ENCRYPT_MODE, key, nonce, place).doFinal(text));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has AES-GCM", impossible);
        }
    }

    /** The text again; none when anything was changed. */
    Optional<byte[]> open(byte[] key, Sealed sealed, Place place) {
        try {
            return Optional.of(
                    cipher(Cipher.DECRYPT_MODE, key, sealed.nonce(), place).doFinal(sealed.ciphertext()));
        } catch (GeneralSecurityException changed) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, Place place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.bytes());
        return cipher;
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
