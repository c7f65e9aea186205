package touchstone.simulator.wire;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import touchstone.simulator.behaviour.ChatRequest;

/** The canonical hash of a request: 128 bits of SHA-256 over the model and the texts, with white space folded. */
final class RequestKey {

    private RequestKey() {}

    static String of(ChatRequest request) {
        StringBuilder canonical = new StringBuilder(request.model());
        for (ChatRequest.Message message : request.messages()) {
            canonical.append('\u0001').append(message.role()).append('\u0002');
            fold(message.text(), canonical);
        }
        return hash(canonical);
    }

    static String of(String model, List<String> texts) {
        StringBuilder canonical = new StringBuilder(model);
        for (String text : texts) {
            canonical.append('\u0001');
            fold(text, canonical);
        }
        return hash(canonical);
    }

    private static void fold(String text, StringBuilder into) {
        boolean between = false;
        boolean begun = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c)) {
                between = begun;
                continue;
            }
            if (between) {
                into.append(' ');
                between = false;
            }
            into.append(c);
            begun = true;
        }
    }

    private static String hash(StringBuilder canonical) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(canonical.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
