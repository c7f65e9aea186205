package touchstone.simulator.behaviour;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import touchstone.chance.Chance;
import touchstone.simulator.behaviour.ChatRequest.Format;

/**
 * Answers in JSON when a response format, or the words of a prompt with a known question, ask for it. Fields for sources and
 * quotations, for abstaining, confidence and reasons are filled with what belongs there. A schema that is not strict is
 * broken with the model's probability, and so is JSON that only words ask for: a field missing, a field of the wrong type,
 * JSON that is cut off, or JSON inside a code fence.
 */
record ExtractToSchema() implements Family {

    @Override
    public String name() {
        return "extract-to-schema";
    }

    @Override
    public Optional<Reply> answer(Turn turn) {
        Optional<Belief> belief = turn.belief();
        return switch (turn.request().format()) {
            case Format.Text _ ->
                belief.isPresent() && Skeleton.isWanted(turn.said().all())
                        ? Optional.of(inWords(turn, belief))
                        : Optional.empty();
            case Format.JsonObject _ ->
                Optional.of(turn.text(
                        name(),
                        belief.isPresent(),
                        fill(turn, askedFor(turn), belief).toString()));
            case Format.JsonSchema(String _, JsonNode schema, boolean strict) -> {
                JsonNode value = fill(turn, schema, belief);
                Chance obeys = turn.chance().stream("obeys-schema");
                boolean valid = strict || obeys.happens(turn.quality().obeysSchema());
                yield Optional.of(
                        turn.text(name(), true, valid ? value.toString() : broken(value, schema, obeys.key("how"))));
            }
        };
    }

    private Reply inWords(Turn turn, Optional<Belief> belief) {
        JsonNode schema = askedFor(turn);
        JsonNode value = fill(turn, schema, belief);
        Chance obeys = turn.chance().stream("obeys-schema");
        boolean valid = obeys.happens(turn.quality().obeysSchema());
        return turn.text(name(), true, valid ? value.toString() : broken(value, schema, obeys.key("how")));
    }

    private static JsonNode fill(Turn turn, JsonNode schema, Optional<Belief> belief) {
        Phrases phrases = new Phrases(turn.lastUserText());
        Optional<AnswerSheet> sheet = belief.map(held -> new AnswerSheet(held, Citation.of(turn, held), turn.chance()));
        return new SchemaValues(schema, belief.map(Belief::text), phrases, turn.chance(), true, sheet).fit();
    }

    /** A schema of what the prompt describes; one field {@code answer} when it describes nothing. */
    static JsonNode askedFor(Turn turn) {
        return Skeleton.in(turn.prompt().instructing()).orElseGet(() -> {
            ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
            schema.putObject("properties").putObject("answer").put("type", "string");
            return schema;
        });
    }

    static String broken(JsonNode value, JsonNode schema, Chance chance) {
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
