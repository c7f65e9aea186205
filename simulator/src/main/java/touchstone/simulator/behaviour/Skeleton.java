package touchstone.simulator.behaviour;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads out of the words of a prompt which JSON it wants: from a JSON Schema in it, from an example object with or without
 * placeholders, or from the names of keys.
 */
final class Skeleton {

    private static final int MOST_STARTS = 60;
    private static final int MOST_KEYS = 12;
    private static final int MOST_DEPTH = 6;

    private static final Pattern WANTED = Pattern.compile(
            "\\b(?:respond|reply|return|output|produce|emit|answer|write|give|generate|provide|format\\w*|must"
                    + " be|should be|print|result|response)\\b[^.\\n"
                    + "]{0,100}\\bJSON\\b|\\bJSON (?:only|object with|array of|list of)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NAMED = Pattern.compile(
            "\\b(?:keys?|fields?|propert(?:y|ies)|attributes?|JSON(?: object)? (?:with|of|containing|that"
                    + " has))\\b:?([^.\\n"
                    + "]{3,300})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern QUOTED_NAME = Pattern.compile("[\"'`“]([A-Za-z_][A-Za-z0-9_]{0,39})[\"'`”]");
    private static final Pattern BARE_NAME =
            Pattern.compile("(?<=^|,|\\band|:)\\s*([A-Za-z_][A-Za-z0-9_]{0,39})(?=\\s*(?:,|$|\\(|and\\b))");
    private static final Pattern KEY = Pattern.compile("[\"']([A-Za-z_][A-Za-z0-9_]{0,39})[\"']\\s*:");

    private final String text;
    private int at;

    private Skeleton(String text, int at) {
        this.text = text;
        this.at = at;
    }

    /** Whether the words ask for JSON. */
    static boolean isWanted(String said) {
        return WANTED.matcher(said).find();
    }

    /** A schema of what is asked for; empty when the texts name no key. */
    static Optional<ObjectNode> in(List<String> texts) {
        ObjectNode best = object();
        int most = 0;
        for (String text : texts) {
            int start = text.indexOf('{');
            for (int tries = 0; start >= 0 && tries < MOST_STARTS; tries++) {
                Optional<ObjectNode> found = at(text, start);
                int score = found.map(Skeleton::score).orElse(0);
                if (score > most || (score == most && score > 0 && found.get().has("required"))) {
                    best = found.get();
                    most = score;
                }
                start = text.indexOf('{', start + 1);
            }
        }
        if (most > 0) {
            return Optional.of(best);
        }
        return texts.stream().flatMap(text -> named(text).stream()).findFirst();
    }

    private static int score(ObjectNode schema) {
        int score = 0;
        for (String name : schema.path("properties").propertyNames()) {
            score += Meaning.isOutput(name) ? 2 : 0;
            score -= name.matches("foo|title|body|text|content|updatedAt|type|description") ? 1 : 0;
        }
        return score;
    }

    private static Optional<ObjectNode> at(String text, int start) {
        Skeleton skeleton = new Skeleton(text, start);
        try {
            Optional<ObjectNode> found = skeleton.object(0);
            if (found.isPresent() && found.get().path("properties").has("properties")) {
                JsonNode schema = JsonMapper.shared().readTree(text.substring(start, skeleton.at));
                return schema instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
            }
            return found;
        } catch (JacksonException noSchema) {
            return Optional.empty();
        }
    }

    private Optional<ObjectNode> object(int depth) {
        ObjectNode schema = object();
        ObjectNode properties = schema.putObject("properties");
        at++;
        while (skipBlanks() && text.charAt(at) != '}') {
            Optional<String> key = key();
            if (key.isEmpty() || !skipBlanks() || text.charAt(at) != ':' || depth > MOST_DEPTH) {
                return Optional.empty();
            }
            at++;
            Optional<ObjectNode> value = value(key.get(), depth);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            properties.set(key.get(), value.get());
            if (skipBlanks() && text.charAt(at) == ',') {
                at++;
            }
        }
        if (at >= text.length() || properties.isEmpty()) {
            return Optional.empty();
        }
        at++;
        return Optional.of(schema);
    }

    private Optional<String> key() {
        char quote = text.charAt(at);
        boolean quoted = quote == '"' || quote == '\'';
        int from = quoted ? at + 1 : at;
        int to = from;
        while (to < text.length()
                && (Character.isLetterOrDigit(text.charAt(to)) || "_-".indexOf(text.charAt(to)) >= 0)) {
            to++;
        }
        if (to == from || to - from > 60 || to >= text.length() || (quoted && text.charAt(to) != quote)) {
            return Optional.empty();
        }
        at = quoted ? to + 1 : to;
        return Optional.of(text.substring(from, to));
    }

    private Optional<ObjectNode> value(String name, int depth) {
        if (!skipBlanks()) {
            return Optional.empty();
        }
        return switch (text.charAt(at)) {
            case '{' -> object(depth + 1);
            case '[' -> array(name, depth);
            default -> Optional.of(scalar(name));
        };
    }

    private Optional<ObjectNode> array(String name, int depth) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "array");
        at++;
        if (!skipBlanks()) {
            return Optional.empty();
        }
        if (text.charAt(at) == ']') {
            schema.set("items", typed("string"));
        } else {
            Optional<ObjectNode> item = value(name, depth + 1);
            if (item.isEmpty()) {
                return Optional.empty();
            }
            schema.set("items", item.get());
        }
        int open = 1;
        while (at < text.length() && open > 0) {
            char c = text.charAt(at++);
            open += c == '[' ? 1 : c == ']' ? -1 : 0;
        }
        return open == 0 ? Optional.of(schema) : Optional.empty();
    }

    /** A value without structure, told by what stands for it; a comment behind it belongs to it. */
    private ObjectNode scalar(String name) {
        int from = at;
        char first = text.charAt(at);
        if (first == '"' || first == '\'') {
            int end = text.indexOf(first, at + 1);
            at = end < 0 ? text.length() : end + 1;
        }
        while (at < text.length() && ",}]\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String written = text.substring(from, at).strip();
        String bare = written.replaceAll("^[\"'<]|[\"'>]$", "").strip();
        if (bare.matches("(?i)(?:true|false|bool|boolean)\\b.*")) {
            return typed("boolean");
        }
        if (written.matches("-?\\d+") || bare.matches("(?i)(?:int|integer)\\b.*")) {
            return typed("integer");
        }
        if (written.matches("-?\\d*\\.\\d+.*")
                || bare.matches("(?i)(?:float|number|double|0(?:\\.0)?[- ]?(?:to|-|–|\\.\\.)).*")) {
            return typed("number");
        }
        boolean flag = Meaning.of(name, "boolean") != Meaning.OTHER && bare.matches("|\\.\\.\\.|…");
        return typed(flag ? "boolean" : "string");
    }

    private boolean skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length();
    }

    /** A schema of keys that are only named. */
    private static Optional<ObjectNode> named(String text) {
        Matcher regions = NAMED.matcher(text);
        while (regions.find()) {
            List<String> names = names(regions.group(1));
            if (names.stream().anyMatch(Meaning::isOutput)) {
                return Optional.of(schemaOf(names));
            }
        }
        List<String> keys = KEY.matcher(text)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .limit(MOST_KEYS)
                .toList();
        return keys.stream().anyMatch(Meaning::isOutput) ? Optional.of(schemaOf(keys)) : Optional.empty();
    }

    private static List<String> names(String region) {
        List<String> quoted = QUOTED_NAME
                .matcher(region)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
        return quoted.isEmpty()
                ? BARE_NAME
                        .matcher(region)
                        .results()
                        .map(found -> found.group(1))
                        .distinct()
                        .toList()
                : quoted;
    }

    private static ObjectNode schemaOf(List<String> names) {
        ObjectNode schema = object();
        ObjectNode properties = schema.putObject("properties");
        List<ObjectNode> within = new ArrayList<>();
        for (String name : names) {
            boolean list = name.matches(
                    "(?i).*(?:citations|sources|quotes|references|evidence|documents|passages|queries|keywords|questions"
                        + "|ids|ranking|scores|results)$");
            boolean part = !within.isEmpty() && name.matches("(?i)(?:doc|source|quote|id$|passage|text|excerpt).*");
            if (part) {
                within.getFirst().put("type", "object");
                ObjectNode item = within.getFirst();
                ObjectNode parts =
                        item.path("properties") instanceof ObjectNode known ? known : item.putObject("properties");
                parts.set(name, typed("string"));
            } else if (list) {
                ObjectNode array = properties.putObject(name).put("type", "array");
                within.clear();
                within.add(array.putObject("items").put("type", "string"));
            } else {
                boolean flag = Meaning.of(name, "boolean") != Meaning.OTHER;
                properties.set(
                        name, typed(flag ? "boolean" : name.matches("(?i)confidence|score") ? "number" : "string"));
            }
        }
        return schema;
    }

    private static ObjectNode object() {
        return typed("object");
    }

    private static ObjectNode typed(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }
}
