package touchstone.simulator.behaviour;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import touchstone.chance.Chance;
import touchstone.simulator.behaviour.ChatRequest.Format;

/**
 * Answers in JSON when a response format asks for it. A schema that is not strict is broken with the model's probability:
 * a field missing, a field of the wrong type, JSON that is cut off, or JSON inside a code fence.
 */
record ExtractToSchema() implements Family {

    private static final Pattern KEY = Pattern.compile("[\"']([A-Za-z_][A-Za-z0-9_]{0,39})[\"']\\s*:");
    private static final int MOST_KEYS = 12;

    @Override
    public String name() {
        return "extract-to-schema";
    }

    @Override
    public Optional<Reply> answer(Turn turn) {
        Optional<String> belief = turn.question().map(turn::belief);
        return switch (turn.request().format()) {
            case Format.Text _ -> Optional.empty();
            case Format.JsonObject _ ->
                Optional.of(turn.text(
                        name(),
                        belief.isPresent(),
                        fill(turn, keysIn(turn.request()), belief).toString()));
            case Format.JsonSchema(String _, JsonNode schema, boolean strict) -> {
                JsonNode value = fill(turn, schema, belief);
                Chance obeys = turn.chance().stream("obeys-schema");
                boolean valid = strict || obeys.happens(turn.quality().obeysSchema());
                yield Optional.of(
                        turn.text(name(), true, valid ? value.toString() : broken(value, schema, obeys.key("how"))));
            }
        };
    }

    private static JsonNode fill(Turn turn, JsonNode schema, Optional<String> answer) {
        Phrases phrases = new Phrases(turn.lastUserText());
        return new SchemaValues(schema, answer, phrases, turn.chance(), true).fit();
    }

    /** A schema of the fields that the prompt writes as JSON keys; one field {@code answer} when it writes none. */
    private static JsonNode keysIn(ChatRequest request) {
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        Matcher keys = KEY.matcher(request.promptText());
        while (keys.find() && properties.size() < MOST_KEYS) {
            properties.putObject(keys.group(1)).put("type", "string");
        }
        if (properties.isEmpty()) {
            properties.putObject("answer").put("type", "string");
        }
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        schema.set("properties", properties);
        return schema;
    }

    private static String broken(JsonNode value, JsonNode schema, Chance chance) {
        String whole = value.toString();
        Map<String, String> ways = new LinkedHashMap<>();
        ways.put("cut", whole.substring(0, whole.length() - 1));
        ways.put("fenced", "```json\n" + whole + "\n```");
        if (value instanceof ObjectNode object && !object.isEmpty()) {
            String first = object.propertyNames().iterator().next();
            ObjectNode wrong = object.deepCopy();
            if (object.path(first).isObject()) {
                wrong.put(first, "unexpected");
            } else {
                wrong.putObject(first);
            }
            ways.put("wrong-type", wrong.toString());
            String required = schema.path("required").path(0).asString("");
            if (object.has(required)) {
                ObjectNode missing = object.deepCopy();
                missing.remove(required);
                ways.put("missing", missing.toString());
            }
        }
        List<String> names = new ArrayList<>(ways.keySet());
        return String.valueOf(ways.get(chance.oneOf(names)));
    }
}
