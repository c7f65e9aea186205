package touchstone.simulator.behaviour;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import touchstone.chance.Chance;

/**
 * Makes one JSON value that fits a JSON Schema, out of an answer and the words of a message where they fit and keyed chance
 * where they do not. One object makes one value.
 *
 * <p>Knows type, properties, required, enum, const, items, prefixItems, anyOf, oneOf, allOf, local references, bounds of
 * numbers, lengths and the common formats. It does not invent strings for a {@code pattern}: it tries those of the message.
 */
final class SchemaValues {

    private static final int MOST_DEPTH = 12;
    private static final int FULL_DEPTH = 4;
    private static final List<String> ANSWER_NAMES = List.of(
            "answer",
            "value",
            "text",
            "result",
            "response",
            "output",
            "content",
            "message",
            "label",
            "query",
            "question",
            "search");

    private final JsonNode root;
    private final Phrases phrases;
    private final Chance chance;
    private final boolean optionalToo;
    private final Optional<AnswerSheet> sheet;
    private final JsonNodeFactory json = JsonNodeFactory.instance;
    private Optional<String> answer;

    /**
     * @param answer put into the first field that can hold it, those named like an answer first
     * @param optionalToo whether fields that are not required are filled even where the message does not mention them
     */
    SchemaValues(JsonNode root, Optional<String> answer, Phrases phrases, Chance chance, boolean optionalToo) {
        this(root, answer, phrases, chance, optionalToo, Optional.empty());
    }

    /** @param sheet what fields around the answer hold */
    SchemaValues(
            JsonNode root,
            Optional<String> answer,
            Phrases phrases,
            Chance chance,
            boolean optionalToo,
            Optional<AnswerSheet> sheet) {
        this.sheet = sheet;
        this.root = root;
        this.answer = answer;
        this.phrases = phrases;
        this.chance = chance;
        this.optionalToo = optionalToo;
    }

    JsonNode fit() {
        return fit(root, "", 0);
    }

    private JsonNode fit(JsonNode given, String path, int depth) {
        JsonNode schema = plain(given, depth);
        if (schema.has("const")) {
            return schema.path("const");
        }
        if (schema.path("enum").isArray() && !schema.path("enum").isEmpty()) {
            return choice(schema.path("enum"), path);
        }
        return switch (type(schema)) {
            case "object" -> object(schema, path, depth);
            case "array" -> array(schema, path, depth);
            case "integer" -> number(schema, path, true);
            case "number" -> number(schema, path, false);
            case "boolean" -> json.booleanNode(at(path).happens(0.5));
            case "null" -> json.nullNode();
            default -> json.stringNode(new StringValues(phrases, at(path)).fit(schema, lastName(path)));
        };
    }

    /** The schema behind references and choices, with the parts of allOf put together. */
    private JsonNode plain(JsonNode given, int depth) {
        JsonNode schema = given;
        for (int hops = 0; hops < MOST_DEPTH; hops++) {
            String reference = schema.path("$ref").asString("");
            if (reference.startsWith("#")) {
                schema = root.at(JsonPointer.compile(reference.substring(1)));
            } else if (!options(schema).isEmpty()) {
                List<JsonNode> options = options(schema);
                schema = depth < FULL_DEPTH ? options.getFirst() : options.getLast();
            } else if (schema.path("allOf").isArray()) {
                schema = together(schema);
            } else {
                return schema;
            }
        }
        return schema;
    }

    private static List<JsonNode> options(JsonNode schema) {
        List<JsonNode> options = new ArrayList<>();
        schema.path("anyOf").forEach(options::add);
        schema.path("oneOf").forEach(options::add);
        return options;
    }

    private ObjectNode together(JsonNode schema) {
        ObjectNode merged = json.objectNode();
        List<JsonNode> parts = new ArrayList<>(List.of(schema));
        schema.path("allOf").forEach(part -> parts.add(plain(part, 0)));
        for (JsonNode part : parts) {
            for (String name : part.propertyNames()) {
                JsonNode value = part.path(name);
                if (name.equals("properties")
                        && merged.path(name) instanceof ObjectNode known
                        && value instanceof ObjectNode more) {
                    known.setAll(more);
                } else if (name.equals("required") && merged.path(name) instanceof ArrayNode known) {
                    value.forEach(known::add);
                } else if (!name.equals("allOf")) {
                    merged.set(name, value.deepCopy());
                }
            }
        }
        return merged;
    }

    /** The JSON type of a schema without references; the first that is not null. */
    static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            for (JsonNode one : type) {
                if (!one.asString("").equals("null")) {
                    return one.asString("");
                }
            }
            return "null";
        }
        if (type.isString()) {
            return type.stringValue();
        }
        if (schema.has("properties") || schema.has("required")) {
            return "object";
        }
        return schema.has("items") || schema.has("prefixItems") ? "array" : "string";
    }

    private JsonNode object(JsonNode schema, String path, int depth) {
        JsonNode properties = schema.path("properties");
        Set<String> required = new TreeSet<>();
        schema.path("required").forEach(name -> required.add(name.asString("")));
        Map<String, JsonNode> noted = noted(properties, path, depth);
        Optional<String> holder = answer.isEmpty() ? Optional.empty() : holder(properties, noted.keySet(), depth);
        ObjectNode object = json.objectNode();
        for (String name : properties.propertyNames()) {
            JsonNode property = properties.path(name);
            JsonNode note = noted.get(name);
            if (note != null) {
                object.set(name, note);
            } else if (holder.filter(name::equals).isPresent()) {
                object.set(name, held(plain(property, depth)).orElse(json.nullNode()));
                answer = Optional.empty();
            } else if (required.contains(name) || isWanted(name, property, depth)) {
                object.set(name, depth < MOST_DEPTH ? fit(property, path + "/" + name, depth + 1) : json.nullNode());
            }
        }
        required.stream()
                .filter(name -> !properties.has(name))
                .forEach(name -> object.set(name, fit(json.objectNode(), path + "/" + name, depth + 1)));
        return object;
    }

    /** The fields that the sheet knows, with their values. */
    private Map<String, JsonNode> noted(JsonNode properties, String path, int depth) {
        Map<String, JsonNode> noted = new HashMap<>();
        sheet.ifPresent(known -> {
            for (String name : properties.propertyNames()) {
                JsonNode property = properties.path(name);
                known.value(
                                name,
                                property,
                                plain(property, depth),
                                (schema, field) -> field.isEmpty()
                                        ? plain(schema, depth)
                                        : fit(schema, path + "/" + field, depth + 1))
                        .ifPresent(value -> noted.put(name, value));
            }
        });
        return noted;
    }

    private boolean isWanted(String name, JsonNode property, int depth) {
        if (depth >= FULL_DEPTH) {
            return false;
        }
        boolean mentioned = phrases.after(name).isPresent();
        for (JsonNode value : property.path("enum")) {
            mentioned |= phrases.mentions(value.asString(""));
        }
        return optionalToo || mentioned;
    }

    /** The field that shall hold the answer. */
    private Optional<String> holder(JsonNode properties, Set<String> noted, int depth) {
        List<String> names = new ArrayList<>(properties.propertyNames());
        names.removeAll(noted);
        names.sort((one, other) -> Integer.compare(rank(one), rank(other)));
        return names.stream()
                .filter(name -> rank(name) < ANSWER_NAMES.size()
                        || type(plain(properties.path(name), depth)).equals("string"))
                .filter(name -> held(plain(properties.path(name), depth)).isPresent())
                .findFirst();
    }

    private static int rank(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (int i = 0; i < ANSWER_NAMES.size(); i++) {
            if (lower.contains(ANSWER_NAMES.get(i))) {
                return i;
            }
        }
        return ANSWER_NAMES.size();
    }

    /** The answer as a value of this schema, if it fits. */
    private Optional<JsonNode> held(JsonNode schema) {
        String text = answer.orElse("");
        if (schema.has("const")) {
            return Optional.empty();
        }
        if (schema.path("enum").isArray()) {
            for (JsonNode value : schema.path("enum")) {
                if (value.asString("").equalsIgnoreCase(text)) {
                    return Optional.of(value);
                }
            }
            return Optional.empty();
        }
        return switch (type(schema)) {
            case "string" -> StringValues.isFree(schema, text) ? Optional.of(json.stringNode(text)) : Optional.empty();
            case "integer", "number" ->
                number(text)
                        .filter(value -> NumberRange.of(schema, type(schema).equals("integer"))
                                .holds(value))
                        .map(json::numberNode);
            case "boolean" ->
                text.toLowerCase(Locale.ROOT).matches("(?:yes|true|no|false)\\b.*")
                        ? Optional.of(json.booleanNode(text.matches("(?i)(?:yes|true).*")))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private JsonNode array(JsonNode schema, String path, int depth) {
        ArrayNode array = json.arrayNode();
        schema.path("prefixItems").forEach(item -> array.add(fit(item, path + "/" + array.size(), depth + 1)));
        int least = schema.path("minItems").asInt(depth < FULL_DEPTH && schema.has("items") ? 1 : 0);
        int size = Math.min(Math.min(least, schema.path("maxItems").asInt(least)), 100);
        while (array.size() < size && depth < MOST_DEPTH) {
            array.add(fit(schema.path("items"), path + "/" + array.size(), depth + 1));
        }
        return array;
    }

    private JsonNode choice(JsonNode values, String path) {
        List<JsonNode> all = new ArrayList<>();
        values.forEach(all::add);
        return all.stream()
                .filter(value -> phrases.mentions(value.asString("")))
                .findFirst()
                .orElseGet(() -> at(path).oneOf(all));
    }

    private JsonNode number(JsonNode schema, String path, boolean whole) {
        NumberRange range = NumberRange.of(schema, whole);
        List<String> candidates = new ArrayList<>();
        phrases.after(lastName(path)).ifPresent(candidates::add);
        candidates.addAll(phrases.numbers());
        return json.numberNode(candidates.stream()
                .flatMap(text -> number(text).stream())
                .filter(range::holds)
                .findFirst()
                .orElseGet(() -> range.draw(at(path))));
    }

    private static Optional<BigDecimal> number(String text) {
        return text.matches("-?\\d{1,15}(?:\\.\\d{1,9})?") ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    private static String lastName(String path) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        return last.matches("\\d+") ? path.replaceFirst("/\\d+$", "").replaceFirst(".*/", "") : last;
    }

    private Chance at(String path) {
        return chance.stream("schema").key(path);
    }
}
