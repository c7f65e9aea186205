package touchstone.labs.resilientclient;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The little JSON that this lab reads and writes. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    static String quoted(String text) {
        return MAPPER.writeValueAsString(text);
    }

    /** The object that a text holds, or empty when it is no JSON object. */
    static Optional<JsonNode> object(String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            return node.isObject() ? Optional.of(node) : Optional.empty();
        } catch (JacksonException broken) {
            return Optional.empty();
        }
    }
}
