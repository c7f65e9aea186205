package touchstone.simulator.wire;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the fields of a request body and remembers the first thing that is wrong with them; what is read after that does not
 * matter, because the caller gets the error. Fields that nobody asks for are ignored, and null counts as absent.
 */
final class Fields {

    /** Depth of JSON that is read; deeper bodies are refused as malformed. */
    static final int MOST_NESTING = 100;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MOST_NESTING)
                            .maxStringLength(Body.MOST_BYTES)
                            .maxNumberLength(100)
                            .build())
                    .build())
            .build();

    private @Nullable ApiError problem;

    /** The body as a JSON object; a missing node, with a problem noted, when it is none. */
    JsonNode object(byte[] body) {
        try {
            JsonNode root = JSON.readTree(body);
            if (root.isObject()) {
                return root;
            }
        } catch (JacksonException e) {
            // The caller's mistake: answered as such below.
        }
        fail(ApiError.malformed());
        return JSON.missingNode();
    }

    <T> Parsed<T> finish(T value) {
        ApiError found = problem;
        return found == null ? new Parsed.Accepted<>(value) : new Parsed.Refused<>(found);
    }

    void fail(ApiError error) {
        if (problem == null) {
            problem = error;
        }
    }

    String text(JsonNode node, String field, String path) {
        JsonNode value = node.path(field);
        if (absent(value)) {
            fail(ApiError.missing(path));
        } else if (!value.isString()) {
            fail(ApiError.wrongType(path, "a string"));
        } else {
            return value.stringValue();
        }
        return "";
    }

    String textOr(JsonNode node, String field, String path, String otherwise) {
        return absent(node.path(field)) ? otherwise : text(node, field, path);
    }

    boolean flag(JsonNode node, String field, String path) {
        JsonNode value = node.path(field);
        if (!absent(value) && !value.isBoolean()) {
            fail(ApiError.wrongType(path, "a boolean"));
        }
        return value.isBoolean() && value.booleanValue();
    }

    Optional<Integer> positive(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (absent(value)) {
            return Optional.empty();
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            fail(ApiError.wrongType(field, "an integer"));
        } else if (value.intValue() < 1) {
            fail(ApiError.invalid(field, "Invalid '" + field + "': expected a value of 1 or more."));
        } else {
            return Optional.of(value.intValue());
        }
        return Optional.empty();
    }

    /** The elements of an array that must be there and must not be empty. */
    List<JsonNode> filled(JsonNode node, String field, String path) {
        JsonNode value = node.path(field);
        if (absent(value)) {
            fail(ApiError.missing(path));
        } else if (!value.isArray()) {
            fail(ApiError.wrongType(path, "an array"));
        } else if (value.isEmpty()) {
            fail(ApiError.invalid(path, "Invalid '" + path + "': empty array. Expected at least one element."));
        }
        return List.copyOf(value.values());
    }

    static boolean absent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }
}
