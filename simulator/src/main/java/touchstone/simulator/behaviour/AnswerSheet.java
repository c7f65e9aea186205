package touchstone.simulator.behaviour;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import touchstone.chance.Chance;
import touchstone.simulator.behaviour.Belief.Kind;

/**
 * What the fields around an answer hold, where an asked-for JSON object has such: sources, quotations, whether the model
 * abstains, how sure it is and why.
 */
final class AnswerSheet {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Belief belief;
    private final List<Citation> citations;
    private final Chance chance;

    AnswerSheet(Belief belief, List<Citation> citations, Chance chance) {
        this.belief = belief;
        this.citations = List.copyOf(citations);
        this.chance = chance;
    }

    /**
     * The value of a field; empty when the field is about something else.
     *
     * @param given the field's schema as it is written, {@code plain} the one behind its references
     * @param fit makes a value of any schema for a field of that name
     */
    Optional<JsonNode> value(String name, JsonNode given, JsonNode plain, BiFunction<JsonNode, String, JsonNode> fit) {
        String type = SchemaValues.type(plain);
        if (type.equals("array")) {
            return Meaning.isSources(name) ? Optional.of(sources(name, plain, fit)) : Optional.empty();
        }
        boolean abstains = belief.kind() == Kind.ABSTAINS;
        if (abstains && permitsNull(given) && !type.equals("boolean")) {
            return Optional.of(JSON.nullNode());
        }
        boolean chosen = plain.path("enum").isArray();
        return switch (Meaning.of(name, type)) {
            case ABSTAINED -> flag(abstains, type, plain);
            case ANSWERED -> flag(!abstains, type, plain);
            case CONFIDENCE -> confidence(type, plain);
            case REASON -> chosen ? Optional.empty() : Optional.of(JSON.stringNode(reason()));
            case QUOTE -> chosen || isAnswer(name) ? Optional.empty() : Optional.of(JSON.stringNode(quote()));
            case LABEL -> chosen ? Optional.empty() : label(name, type);
            case OTHER -> Optional.empty();
        };
    }

    private static boolean isAnswer(String name) {
        return name.toLowerCase(Locale.ROOT).matches("text|content|answer_?text|.*answer.*");
    }

    private JsonNode sources(String name, JsonNode array, BiFunction<JsonNode, String, JsonNode> fit) {
        ArrayNode sources = JSON.arrayNode();
        int most = array.path("maxItems").asInt(100);
        JsonNode item = fit.apply(array.path("items"), "");
        for (Citation citation : citations) {
            if (sources.size() < most) {
                sources.add(source(name, item, citation, fit));
            }
        }
        return sources;
    }

    private static JsonNode source(
            String name, JsonNode item, Citation citation, BiFunction<JsonNode, String, JsonNode> fit) {
        String type = SchemaValues.type(item);
        if (!type.equals("object")) {
            boolean quote = Meaning.of(name, "string") == Meaning.QUOTE && !type.equals("integer");
            return quote
                    ? JSON.stringNode(citation.quote())
                    : asLabel(name.toLowerCase(Locale.ROOT).contains("id") ? "id" : name, type, citation);
        }
        ObjectNode source = JSON.objectNode();
        JsonNode properties = item.path("properties");
        for (String field : properties.propertyNames()) {
            JsonNode plain = fit.apply(properties.path(field), "");
            String fieldType = SchemaValues.type(plain);
            boolean chosen = plain.path("enum").isArray();
            switch (chosen ? Meaning.OTHER : Meaning.of(field, fieldType)) {
                case QUOTE -> source.put(field, citation.quote());
                case LABEL -> source.set(field, asLabel(field, fieldType, citation));
                default -> source.set(field, fit.apply(properties.path(field), field));
            }
        }
        return source;
    }

    private static JsonNode asLabel(String name, String type, Citation citation) {
        boolean numberWanted = type.equals("integer")
                || type.equals("number")
                || name.toLowerCase(Locale.ROOT).matches("n|.*(?:number|index|idx).*");
        String label = numberWanted ? citation.label() : citation.id();
        if (type.equals("integer") || type.equals("number")) {
            String digits = label.replaceAll("\\D", "");
            return JSON.numberNode(digits.isEmpty() || digits.length() > 9 ? 0 : Integer.parseInt(digits));
        }
        return JSON.stringNode(label);
    }

    private Optional<JsonNode> label(String name, String type) {
        if (!citations.isEmpty()) {
            return Optional.of(asLabel(name, type, citations.getFirst()));
        }
        return belief.kind() == Kind.ABSTAINS && type.equals("string")
                ? Optional.of(JSON.stringNode(""))
                : Optional.empty();
    }

    private String quote() {
        return citations.isEmpty() ? "" : citations.getFirst().quote();
    }

    private String reason() {
        return switch (belief.kind()) {
            case RIGHT, OUTDATED -> quote().isEmpty() ? "That is known." : "It is stated: " + quote();
            case INVENTED, OBEYS -> "The given text points to it.";
            case ABSTAINS -> "The given text does not say.";
        };
    }

    private static Optional<JsonNode> flag(boolean value, String type, JsonNode schema) {
        if (type.equals("boolean")) {
            return Optional.of(JSON.booleanNode(value));
        }
        for (JsonNode option : schema.path("enum")) {
            if (option.asString("").matches(value ? "(?i)yes|true" : "(?i)no|false")) {
                return Optional.of(option);
            }
        }
        return Optional.empty();
    }

    private Optional<JsonNode> confidence(String type, JsonNode schema) {
        double draw = chance.stream("confidence").uniform();
        double sure = switch (belief.kind()) {
            case RIGHT -> 0.85 + 0.14 * draw;
            case OUTDATED -> 0.75 + 0.23 * draw;
            case INVENTED, OBEYS -> 0.45 + 0.50 * draw;
            case ABSTAINS -> 0.02 + 0.30 * draw;
        };
        List<JsonNode> options = new ArrayList<>();
        schema.path("enum").forEach(options::add);
        if (!options.isEmpty()) {
            return options.stream().anyMatch(option -> option.asString("").matches("(?i)high"))
                    ? options.stream()
                            .filter(option -> option.asString("")
                                    .matches(sure > 0.8 ? "(?i)high" : sure > 0.5 ? "(?i)medium|mid" : "(?i)low"))
                            .findFirst()
                    : Optional.empty();
        }
        double top = schema.path("maximum").asDouble(type.equals("integer") ? 100 : 1);
        return switch (type) {
            case "integer" -> Optional.of(JSON.numberNode((int) Math.round(sure * top)));
            case "number" -> Optional.of(JSON.numberNode(Math.round(sure * top * 100) / 100.0));
            default -> Optional.empty();
        };
    }

    private static boolean permitsNull(JsonNode schema) {
        for (JsonNode type : schema.path("type")) {
            if (type.asString("").equals("null")) {
                return true;
            }
        }
        for (JsonNode option : schema.path("anyOf")) {
            if (option.path("type").asString("").equals("null")) {
                return true;
            }
        }
        return false;
    }
}
