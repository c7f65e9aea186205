package touchstone.platform.interview.sitting;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import touchstone.platform.shared.Refusal;

/** Reads what the program of a page sent, up to a size, and answers it in JSON. */
@Component
public class Sent {

    private final JsonMapper json;
    private final MessageSource messages;

    Sent(JsonMapper json, MessageSource messages) {
        this.json = json;
        this.messages = messages;
    }

    /**
     * What was refused, for a program to show.
     *
     * @param code stable
     */
    public record Problem(String code, String sentence) {}

    /**
     * The body as a record.
     *
     * @param most bytes
     * @throws Refusal when it is longer, or is not what is expected
     */
    public <T> T read(HttpServletRequest request, Class<T> type, int most) {
        String mediaType = request.getContentType();
        if (mediaType == null || !mediaType.startsWith(MediaType.APPLICATION_JSON_VALUE)) {
            throw Refusal.invalid("problem.unusable");
        }
        try {
            byte[] body = request.getInputStream().readNBytes(most + 1);
            if (body.length > most) {
                throw Refusal.invalid("interview.sent.too-large");
            }
            T read = json.readValue(body, type);
            if (read == null) {
                throw Refusal.invalid("problem.unusable");
            }
            return read;
        } catch (JacksonException | IOException unusable) {
            throw Refusal.invalid("problem.unusable");
        }
    }

    public String write(Object value) {
        return json.writeValueAsString(value);
    }

    /**
     * The refusal with its sentence. A conflict that the page cannot solve by itself, such as with a cancelled interview,
     * is answered as final: the status 409 is kept for those that carry the present version.
     */
    public ResponseEntity<Problem> problem(Refusal refusal) {
        Refusal.Kind kind = refusal.kind() == Refusal.Kind.CONFLICT ? Refusal.Kind.GONE : refusal.kind();
        String sentence =
                messages.getMessage(refusal.code(), refusal.arguments().toArray(), Locale.ENGLISH);
        return ResponseEntity.status(kind.status())
                .contentType(MediaType.APPLICATION_JSON)
                .body(new Problem(refusal.code(), sentence));
    }
}
