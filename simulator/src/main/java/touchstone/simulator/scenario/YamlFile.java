package touchstone.simulator.scenario;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;
import touchstone.simulator.scenario.ScenarioException.Code;

/**
 * Reads a YAML file that a person wrote into records.
 *
 * <p>Every component of a record is required, except that a missing {@link java.util.Optional}, list, set or map is empty.
 * (An Optional of JsonNode is the exception that Jackson makes: it then holds a null node.)
 * Unknown and repeated fields, numbers in quotation marks, fractions for whole numbers, anchors and aliases are errors. Enum
 * constants may be written in lower case. What a record's constructor refuses with an {@link IllegalArgumentException} is
 * an error at the record's line, with the exception's message as its sentence.
 */
public final class YamlFile {

    /** Largest file that is read. */
    public static final int MOST_BYTES = 1 << 20;

    static final YAMLMapper MAPPER = mapper();

    private YamlFile() {}

    /**
     * The file's content as a value of the type.
     *
     * @throws ScenarioException with one sentence, file and line, whatever is wrong
     */
    public static <T> T read(Path file, Class<T> type) {
        Path nameOnly = file.getFileName();
        String name = nameOnly == null ? file.toString() : nameOnly.toString();
        return parse(name, text(file, name), type);
    }

    static <T> T parse(String name, String text, Class<T> type) {
        YamlTree tree = YamlTree.of(name, text);
        T value;
        try {
            value = MAPPER.readValue(text, type);
        } catch (JacksonException wrong) {
            throw YamlProblem.of(wrong).at(name, tree);
        }
        if (value == null) {
            throw new ScenarioException(Code.SYNTAX, name, 0, "the file is empty");
        }
        return value;
    }

    private static String text(Path file, String name) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new ScenarioException(Code.TOO_LARGE, name, 0, "the file is larger than 1 MiB");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException wrong) {
            throw new ScenarioException(Code.UNREADABLE, name, 0, "the file is not UTF-8 text");
        } catch (IOException wrong) {
            String why = Files.exists(file) ? "the file cannot be read" : "the file does not exist";
            throw new ScenarioException(Code.UNREADABLE, name, 0, why);
        }
    }

    private static YAMLMapper mapper() {
        var builder = YAMLMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
        for (Class<?> collection : List.of(List.class, Set.class, Map.class)) {
            builder.withConfigOverride(
                    collection, override -> override.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)));
        }
        return builder.build();
    }
}
