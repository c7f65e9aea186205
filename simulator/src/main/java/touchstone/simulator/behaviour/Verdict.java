package touchstone.simulator.behaviour;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import touchstone.simulator.behaviour.ChatRequest.Format;
import touchstone.simulator.behaviour.JudgePassages.Grade;
import touchstone.simulator.behaviour.JudgePassages.Judged;

/** Judgements in the outward form that a prompt asks for. */
final class Verdict {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final Pattern SCALE = Pattern.compile(
            "\\b(0|1|zero|one)(?:\\.0+)?\\b[^.\\n"
                    + "\\d]{0,40}?(?:-|–|to|and|\\.\\.\\.?)[^.\\n"
                    + "\\d]{0,40}?\\b(1|2|3|4|5|7|10|100|three|five|ten)(?:\\.0+)?\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FRACTION = Pattern.compile("\\b0(?:\\.0+)? ?(?:-|–|to|and) ?1(?:\\.0+)?\\b(?!\\d)");
    private static final Pattern TOP = Pattern.compile(
            "\\b(?:top|best|most relevant|first|at most|up to|only)[- ](?:the )?(\\d{1,2}|one|two|three|four|five)\\b"
                    + "|\\b(\\d{1,2}|one|two|three|four|five) (?:most relevant|best|most useful)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ARROWS = Pattern.compile("\\] ?> ?\\[|>\\s*\\[|\\[\\] ?>");
    private static final Pattern LINES =
            Pattern.compile("\\bdoc(?:ument)?: ?\\S+, ?relevance: ?\\S+", Pattern.CASE_INSENSITIVE);
    private static final Pattern SCORES = Pattern.compile(
            "\\b(?:scores?|rates?|rating|grades?|graded|grading|scale|points)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern RANKS = Pattern.compile(
            "\\bre-?rank\\w*\\b|\\brank(?:s|ed|ing)?\\b|\\bsort\\w*\\b|\\border\\b|\\bmost relevant"
                    + " first\\b|\\bdescending\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER_WANTED =
            Pattern.compile("\\b(?:numbers?|ind(?:ex|ices)|positions?)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern NONE = Pattern.compile(
            "\\b(?:none|nothing|no (?:passage|document|result)s?)\\b[^.\\n]{0,80}?[\"'`“]([^\"'`”\\n]{1,30})[\"'`”]",
            Pattern.CASE_INSENSITIVE);

    private final Turn turn;
    private final List<Judged> judged;
    private final String words;

    Verdict(Turn turn, List<Judged> judged) {
        this.turn = turn;
        this.judged = judged;
        this.words = turn.said().all();
    }

    String text() {
        return switch (turn.request().format()) {
            case Format.JsonSchema(String _, JsonNode schema, boolean _) ->
                fit(schema, "").toString();
            case Format.JsonObject _ -> json();
            case Format.Text _ -> Skeleton.isWanted(words) ? json() : plain();
        };
    }

    private String json() {
        return Skeleton.in(turn.prompt().instructing())
                .map(schema -> fit(schema, "").toString())
                .orElseGet(() -> words.matches("(?is).*\\bJSON (?:array|list)\\b.*")
                                || turn.request().format() instanceof Format.Text
                        ? labels().toString()
                        : JSON.objectNode().set("ranking", labels()).toString());
    }

    private ArrayNode labels() {
        ArrayNode labels = JSON.arrayNode();
        for (Judged one : chosen()) {
            String label = label(one);
            if (label.matches("\\d{1,9}")) {
                labels.add(Integer.parseInt(label));
            } else {
                labels.add(label);
            }
        }
        return labels;
    }

    private String plain() {
        if (judged.size() == 1) {
            return single(judged.getFirst());
        }
        if (LINES.matcher(words).find()) {
            return chosen().stream()
                    .filter(one -> one.grade() != Grade.NOT)
                    .map(one -> "Doc: " + label(one) + ", Relevance: " + Math.round(score(one)))
                    .collect(Collectors.joining("\n"));
        }
        if (ARROWS.matcher(words).find()) {
            return chosen().stream().map(one -> "[" + label(one) + "]").collect(Collectors.joining(" > "));
        }
        if (SCORES.matcher(words).find() && !RANKS.matcher(words).find()) {
            return judged.stream()
                    .map(one -> label(one) + ": " + written(score(one)))
                    .collect(Collectors.joining("\n"));
        }
        List<Judged> chosen = chosen();
        if (chosen.isEmpty()) {
            Matcher none = NONE.matcher(words);
            return none.find() ? none.group(1) : "none";
        }
        String between = words.matches("(?is).*\\b(?:one per line|each on|newline|line by line|separate lines)\\b.*")
                ? "\n"
                : ", ";
        return chosen.stream().map(this::label).collect(Collectors.joining(between));
    }

    private String single(Judged one) {
        if (SCORES.matcher(words).find() && !words.matches("(?is).*\\b(?:binary|yes|true)\\b.*")) {
            return written(score(one));
        }
        boolean relevant = isRelevant(one);
        for (List<String> pair : List.of(
                List.of("yes", "no"),
                List.of("true", "false"),
                List.of("irrelevant", "relevant").reversed(),
                List.of("relevant", "not relevant"),
                List.of("supported", "unsupported"))) {
            if (pair.stream()
                    .allMatch(word -> Pattern.compile("\\b" + word + "\\b", Pattern.CASE_INSENSITIVE)
                            .matcher(words)
                            .find())) {
                String word = relevant ? pair.getFirst() : pair.getLast();
                boolean shouted = words.contains(word.toUpperCase(Locale.ROOT));
                return shouted ? word.toUpperCase(Locale.ROOT) : word;
            }
        }
        return relevant ? "Yes" : "No";
    }

    private static boolean isRelevant(Judged one) {
        return one.grade() == Grade.FULLY;
    }

    /** Those to name, the best first: all when a ranking is asked for, otherwise the relevant ones. */
    private List<Judged> chosen() {
        Stream<Judged> ordered = JudgePassages.ordered(judged).stream();
        Matcher top = TOP.matcher(words);
        if (top.find()) {
            String number = Stream.of(1, 2)
                    .map(top::group)
                    .filter(found -> found != null)
                    .findFirst()
                    .orElse("3");
            ordered = ordered.limit(number(number));
        } else if (!RANKS.matcher(words).find() && !ARROWS.matcher(words).find()) {
            boolean anyFull = judged.stream().anyMatch(Verdict::isRelevant);
            ordered = ordered.filter(one -> anyFull ? isRelevant(one) : one.grade() != Grade.NOT);
        }
        return ordered.toList();
    }

    private static int number(String word) {
        int known = List.of("zero", "one", "two", "three", "four", "five").indexOf(word.toLowerCase(Locale.ROOT));
        return known >= 0 ? known : Integer.parseInt(word);
    }

    private String label(Judged one) {
        return NUMBER_WANTED.matcher(words).find() ? one.passage().label() : one.id();
    }

    private double score(Judged one) {
        double low = 0;
        double high = 10;
        Matcher scale = SCALE.matcher(words);
        if (FRACTION.matcher(words).find()) {
            high = 1;
        } else if (scale.find()) {
            low = scale.group(1).matches("1|one|One") ? 1 : 0;
            high = switch (scale.group(2).toLowerCase(Locale.ROOT)) {
                case "three" -> 3;
                case "five" -> 5;
                case "ten" -> 10;
                default -> Double.parseDouble(scale.group(2));
            };
        }
        return scaled(one, low, high);
    }

    private static double scaled(Judged one, double low, double high) {
        double share = switch (one.grade()) {
            case NOT -> 0.10;
            case PARTLY -> 0.45;
            case FULLY -> 0.95;
        };
        double fine = share + 0.05 * Math.min(1, one.worth() - Math.floor(one.worth()));
        double value = low + fine * (high - low);
        return high - low <= 1 ? Math.round(value * 100) / 100.0 : Math.round(value);
    }

    private static String written(double score) {
        return score == Math.rint(score) && score != 1 && score != 0
                ? Long.toString(Math.round(score))
                : trimmed(score);
    }

    private static String trimmed(double score) {
        return score == Math.rint(score) ? Long.toString(Math.round(score)) : Double.toString(score);
    }

    /** A value of the schema for all passages: the first list takes them, other fields are about the best one. */
    private JsonNode fit(JsonNode schema, String name) {
        return switch (SchemaValues.type(schema)) {
            case "object" -> {
                ObjectNode object = JSON.objectNode();
                for (String field : schema.path("properties").propertyNames()) {
                    object.set(
                            field,
                            fit(resolved(schema, schema.path("properties").path(field)), field));
                }
                if (object.isEmpty()) {
                    judged.forEach(one -> object.put(label(one), score(one)));
                }
                yield object;
            }
            case "array" -> list(schema, name);
            default -> field(schema, name, JudgePassages.ordered(judged).getFirst());
        };
    }

    private static JsonNode resolved(JsonNode root, JsonNode given) {
        String reference = given.path("$ref").asString("");
        return reference.startsWith("#/") ? root.at(reference.substring(1)) : given;
    }

    private ArrayNode list(JsonNode schema, String name) {
        ArrayNode list = JSON.arrayNode();
        JsonNode item = resolved(schema, schema.path("items"));
        String type = SchemaValues.type(item);
        boolean scores = name.matches("(?i).*(?:score|grade|rating).*") && !type.equals("object");
        boolean all = scores || type.equals("object") || RANKS.matcher(words).find();
        List<Judged> wanted =
                scores || (type.equals("object") && !RANKS.matcher(words).find())
                        ? judged
                        : all ? JudgePassages.ordered(judged) : chosen();
        for (Judged one : wanted) {
            if (type.equals("object")) {
                ObjectNode object = JSON.objectNode();
                for (String field : item.path("properties").propertyNames()) {
                    object.set(field, field(item.path("properties").path(field), field, one));
                }
                list.add(object);
            } else {
                list.add(scores ? JSON.numberNode(scaledTo(item, one)) : labelled(type, one));
            }
        }
        return list;
    }

    private JsonNode labelled(String type, Judged one) {
        String digits = one.passage().label().replaceAll("\\D", "");
        return type.equals("integer") || type.equals("number")
                ? JSON.numberNode(
                        digits.isEmpty() || digits.length() > 9 ? judged.indexOf(one) + 1 : Integer.parseInt(digits))
                : JSON.stringNode(label(one));
    }

    private double scaledTo(JsonNode schema, Judged one) {
        return schema.has("maximum")
                ? scaled(
                        one,
                        schema.path("minimum").asDouble(0),
                        schema.path("maximum").asDouble(1))
                : score(one);
    }

    private JsonNode field(JsonNode schema, String name, Judged one) {
        List<String> options = new ArrayList<>();
        schema.path("enum").forEach(option -> options.add(option.asString("")));
        if (!options.isEmpty()) {
            return JSON.stringNode(option(options, one));
        }
        boolean scored = name.matches("(?i).*(?:score|relevance|rating|grade|rank|confidence).*");
        return switch (SchemaValues.type(schema)) {
            case "boolean" -> JSON.booleanNode(isRelevant(one));
            case "integer" -> scored ? JSON.numberNode(Math.round(scaledTo(schema, one))) : labelled("integer", one);
            case "number" -> JSON.numberNode(scaledTo(schema, one));
            default ->
                name.matches("(?i).*binary.*|.*relevant.*|supports?|supported|verdict|.*score|grade|answer")
                        ? JSON.stringNode(isRelevant(one) ? "yes" : "no")
                        : name.matches("(?i).*(?:reason|expla|rational|justif|thought).*")
                                ? JSON.stringNode(reason(one))
                                : JSON.stringNode(label(one));
        };
    }

    private static String option(List<String> options, Judged one) {
        Optional<String> yes = options.stream()
                .filter(option -> option.matches("(?i)yes|true|relevant|fully.*|high|supported|full|perfect.*"))
                .findFirst();
        Optional<String> partly = options.stream()
                .filter(option -> option.matches("(?i)part.*|medium|somewhat.*|maybe|related|ambiguous"))
                .findFirst();
        Optional<String> no = options.stream()
                .filter(option -> option.matches("(?i)no|false|irrelevant|not.*|low|unsupported|none|un.*"))
                .findFirst();
        return switch (one.grade()) {
            case FULLY -> yes.orElse(options.getFirst());
            case PARTLY -> partly.or(() -> no).orElse(options.getLast());
            case NOT -> no.orElse(options.getLast());
        };
    }

    private static String reason(Judged one) {
        return switch (one.grade()) {
            case FULLY -> "It states what is asked for.";
            case PARTLY -> "It is about the same matter.";
            case NOT -> "It is about something else.";
        };
    }
}
