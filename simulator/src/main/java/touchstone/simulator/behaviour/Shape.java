package touchstone.simulator.behaviour;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import touchstone.simulator.behaviour.ChatRequest.Format;

/**
 * The outward form in which a prompt wants a list of texts or one text: plain lines, a JSON list, or a JSON object.
 *
 * @param schema of the JSON that is wanted; empty for plain text
 * @param count how many texts are wanted; empty when the prompt names no number
 */
record Shape(Optional<JsonNode> schema, Optional<Integer> count) {

    private static final Map<String, Integer> NUMBERS = Map.of(
            "one", 1, "two", 2, "three", 3, "four", 4, "five", 5, "six", 6, "seven", 7, "eight", 8, "nine", 9, "ten",
            10);
    private static final int MOST = 10;
    private static final Pattern COUNT = Pattern.compile(
            "\\b(\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)\\b(?!\\s*[-–.:)%])(?: ?(?:-|–|to|or)"
                + " ?(?:\\d{1,2}|\\w+))?(?= (?:[\\w-]+"
                + " ){0,3}?(?:quer|question|sub-?q|version|keyword|phras|paraphras|rephras|reformulat|variation|variant"
                + "|alternative|wording|search|rewrite|sentence|bullet|point|line|term|way))",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LIST = Pattern.compile(
            "\\bJSON (?:array|list)\\b|\\b(?:array|list) of strings\\b|\\bpython list\\b|\\[\\s*\"[^\"\\]]*\"\\s*,",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBERED =
            Pattern.compile("\\bnumbered\\b|(?m)^\\s*1[.)]\\s", Pattern.CASE_INSENSITIVE);
    private static final Pattern BULLETS =
            Pattern.compile("\\bbullets?\\b|\\bbullet[- ]points?\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern COMMAS =
            Pattern.compile("\\bcommas?\\b|\\bcomma[- ]separated\\b", Pattern.CASE_INSENSITIVE);

    static Shape of(Turn turn) {
        String words = turn.said().all();
        Optional<Integer> count = Optional.empty();
        Matcher counts = COUNT.matcher(words);
        if (counts.find()) {
            String number = counts.group(1).toLowerCase(Locale.ROOT);
            int read = NUMBERS.containsKey(number) ? NUMBERS.getOrDefault(number, 1) : Integer.parseInt(number);
            count = Optional.of(Math.max(1, Math.min(MOST, read)));
        }
        Optional<JsonNode> schema = switch (turn.request().format()) {
            case Format.JsonSchema(String _, JsonNode given, boolean _) -> Optional.of(given);
            case Format.JsonObject _ -> Optional.of(described(turn).orElseGet(Shape::nothing));
            case Format.Text _ ->
                LIST.matcher(words).find()
                        ? Optional.of(listOf("string"))
                        : Skeleton.isWanted(words)
                                ? Optional.of(described(turn).orElseGet(Shape::nothing))
                                : Optional.empty();
        };
        return new Shape(schema, count);
    }

    private static Optional<JsonNode> described(Turn turn) {
        return Skeleton.in(turn.prompt().instructing()).map(found -> found);
    }

    private static JsonNode nothing() {
        return JsonNodeFactory.instance.objectNode().put("type", "object");
    }

    private static JsonNode listOf(String type) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "array");
        schema.putObject("items").put("type", type);
        return schema;
    }

    /** How many texts to give. */
    int wanted(int otherwise) {
        int bounded = schema.map(Shape::firstArray)
                .map(array -> Math.max(
                        array.path("minItems").asInt(0),
                        Math.min(count.orElse(otherwise), array.path("maxItems").asInt(MOST))))
                .orElse(count.orElse(otherwise));
        return Math.max(1, Math.min(MOST, bounded));
    }

    /** Whether JSON with a list in it is wanted. */
    boolean isListOfTexts() {
        return schema.map(Shape::firstArray)
                .filter(array -> !array.isMissingNode())
                .isPresent();
    }

    /** Whether a list is wanted rather than one text. */
    boolean isList() {
        return isListOfTexts() || count.orElse(1) > 1;
    }

    private static JsonNode firstArray(JsonNode schema) {
        if (SchemaValues.type(schema).equals("array")) {
            return schema;
        }
        for (JsonNode property : schema.path("properties")) {
            if (SchemaValues.type(property).equals("array")) {
                return property;
            }
        }
        return schema.path("none");
    }

    /** Puts texts into the form. */
    String render(Turn turn, List<String> texts, String name) {
        return schema.map(wanted -> json(turn, wanted, texts, name).toString()).orElseGet(() -> plain(turn, texts));
    }

    private static String plain(Turn turn, List<String> texts) {
        String words = turn.said().all();
        if (texts.size() == 1) {
            return texts.getFirst();
        }
        if (COMMAS.matcher(words).find() && !words.contains("\n1.")) {
            return String.join(", ", texts);
        }
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < texts.size(); i++) {
            String sign = NUMBERED.matcher(words).find()
                    ? (i + 1) + ". "
                    : BULLETS.matcher(words).find() ? "- " : "";
            lines.append(i == 0 ? "" : "\n").append(sign).append(texts.get(i));
        }
        return lines.toString();
    }

    private static JsonNode json(Turn turn, JsonNode schema, List<String> texts, String name) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (SchemaValues.type(schema).equals("array")) {
            return array(turn, schema, texts);
        }
        if (schema.path("properties").isEmpty()) {
            return texts.size() == 1
                    ? json.objectNode().put(name, texts.getFirst())
                    : json.objectNode().set(name, array(turn, listOf("string"), texts));
        }
        JsonNode filled = new SchemaValues(
                        schema, Optional.of(texts.getFirst()), new Phrases(texts.getFirst()), turn.chance(), true)
                .fit();
        if (filled instanceof ObjectNode object) {
            for (String field : schema.path("properties").propertyNames()) {
                JsonNode property = schema.path("properties").path(field);
                if (SchemaValues.type(property).equals("array")) {
                    object.set(field, array(turn, property, texts));
                } else if (!property.has("enum")
                        && SchemaValues.type(property).equals("string")
                        && field.matches(
                                "(?i).*(?:quer|question|rewrit|rephras|reformul|text|passage|summary|document|result|search|keyword).*")) {
                    object.put(field, field.matches("(?i).*original.*") ? original(turn, texts) : texts.getFirst());
                }
            }
        }
        return filled;
    }

    private static String original(Turn turn, List<String> texts) {
        return turn.question().map(asked -> asked.marker()).orElse(texts.getFirst());
    }

    private static ArrayNode array(Turn turn, JsonNode schema, List<String> texts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        JsonNode items = schema.path("items");
        for (String text : texts) {
            array.add(
                    SchemaValues.type(items).equals("object")
                            ? new SchemaValues(items, Optional.of(text), new Phrases(text), turn.chance(), true).fit()
                            : JsonNodeFactory.instance.stringNode(text));
        }
        return array;
    }
}
