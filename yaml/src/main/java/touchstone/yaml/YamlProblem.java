package touchstone.yaml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import touchstone.yaml.YamlException.Code;

/**
 * What a binding failure means to the person who wrote the file.
 *
 * @param path names and indexes that lead to the value
 * @param line line where no path is known; 0 when that is unknown too
 */
record YamlProblem(Code code, List<Object> path, int line, String sentence) {

    private static final Pattern CREATOR_PROPERTY = Pattern.compile("creator property '([^']+)'");
    private static final Pattern DUPLICATE = Pattern.compile("Duplicate Object property \"([^\"]+)\"");

    static YamlProblem of(JacksonException wrong) {
        return new YamlProblem(Code.INVALID_VALUE, path(wrong), line(wrong), "").describe(wrong);
    }

    YamlException at(YamlTree tree) {
        String addition = switch (code) {
            case WRONG_TYPE ->
                tree.scalar(path).map(given -> ", not '" + given + "'").orElse("");
            case MISSING_FIELD ->
                tree.names(path).map(given -> "; fields given: " + given).orElse("");
            default -> "";
        };
        int where = code == Code.SYNTAX && line > 0 ? line : tree.line(path);
        return new YamlException(code, tree.file(), where, sentence + addition);
    }

    private YamlProblem describe(JacksonException wrong) {
        return switch (wrong) {
            case UnrecognizedPropertyException unknown ->
                with(
                        Code.UNKNOWN_FIELD,
                        "unknown field '" + unknown.getPropertyName() + "'; known fields: " + known(unknown));
            case InvalidFormatException format ->
                with(Code.WRONG_TYPE, "field " + field() + " must be " + expected(format.getTargetType()));
            case MismatchedInputException mismatch -> mismatch(mismatch);
            case StreamReadException syntax -> syntax(syntax);
            default -> constructor(wrong);
        };
    }

    private YamlProblem mismatch(MismatchedInputException wrong) {
        String message = String.valueOf(wrong.getOriginalMessage());
        Matcher property = CREATOR_PROPERTY.matcher(message);
        if (property.find()) {
            return with(Code.MISSING_FIELD, "field '" + property.group(1) + "' is missing");
        }
        if (message.contains("`null`") || message.contains("null value")) {
            return with(Code.MISSING_FIELD, "field " + field() + " is missing");
        }
        return with(Code.WRONG_TYPE, "field " + field() + " must be " + expected(wrong.getTargetType()));
    }

    private YamlProblem syntax(StreamReadException wrong) {
        Matcher duplicate = DUPLICATE.matcher(String.valueOf(wrong.getOriginalMessage()));
        YamlProblem here = new YamlProblem(code, List.of(), line, sentence);
        return duplicate.find()
                ? here.with(Code.SYNTAX, "field '" + duplicate.group(1) + "' stands twice")
                : here.with(Code.SYNTAX, "not valid YAML");
    }

    private YamlProblem constructor(JacksonException wrong) {
        Throwable cause = wrong.getCause();
        if (cause instanceof JacksonException inner) {
            YamlProblem nested = of(inner);
            List<Object> whole = new ArrayList<>(path);
            whole.addAll(nested.path());
            return new YamlProblem(nested.code(), whole, 0, nested.sentence());
        }
        if (cause instanceof IllegalArgumentException && cause.getMessage() != null) {
            return with(Code.INVALID_VALUE, firstLine(cause.getMessage()));
        }
        return with(Code.INVALID_VALUE, path.isEmpty() ? "the content cannot be used" : field() + " cannot be used");
    }

    private YamlProblem with(Code newCode, String newSentence) {
        return new YamlProblem(newCode, path, line, newSentence);
    }

    private String field() {
        return path.reversed().stream()
                .filter(String.class::isInstance)
                .findFirst()
                .map(name -> "'" + name + "'")
                .orElse("at the top");
    }

    private static String known(UnrecognizedPropertyException wrong) {
        var known = wrong.getKnownPropertyIds();
        return known == null || known.isEmpty()
                ? "none"
                : known.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "another kind of value";
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "));
        }
        return switch (type.getSimpleName()) {
            case "int", "long", "Integer", "Long", "OptionalInt", "OptionalLong" -> "a whole number";
            case "double", "float", "Double", "Float" -> "a number";
            case "boolean", "Boolean" -> "true or false";
            case "String" -> "text";
            case "List", "Set", "ArrayList", "HashSet" -> "a list";
            default -> "a group of fields";
        };
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    private static List<Object> path(JacksonException wrong) {
        return wrong.getPath().stream()
                .<Object>map(step -> step.getPropertyName() != null ? step.getPropertyName() : step.getIndex())
                .toList();
    }

    private static int line(JacksonException wrong) {
        return wrong.getLocation() == null ? 0 : Math.max(0, wrong.getLocation().getLineNr());
    }
}
