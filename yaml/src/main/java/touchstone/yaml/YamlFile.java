package touchstone.yaml;

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
import touchstone.yaml.YamlException.Code;

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

    private static final YAMLMapper MAPPER = build();

    private YamlFile() {}

    /**
     * The file's content as a value of the type.
     *
     * @throws YamlException with one sentence, file and line, whatever is wrong
     */
    public static <T> T read(Path file, Class<T> type) {
        Path nameOnly = file.getFileName();
        String name = nameOnly == null ? file.toString() : nameOnly.toString();
        return parse(name, text(file, name), type);
    }

    /**
     * The content of a text that did not come from a file, such as one that a person edits in a browser.
     *
     * @param name what messages call the text
     * @throws YamlException with one sentence, name and line, whatever is wrong
     */
    public static <T> T parse(String name, String text, Class<T> type) {
        return parse(YamlTree.of(name, text), text, type);
    }

    /** As {@link #parse(String, String, Class)}, for a caller that already has the text's tree. */
    public static <T> T parse(YamlTree tree, String text, Class<T> type) {
        T value;
        try {
            value = MAPPER.readValue(text, type);
        } catch (JacksonException wrong) {
            throw YamlProblem.of(wrong).at(tree);
        }
        if (value == null) {
            throw new YamlException(Code.SYNTAX, tree.file(), 0, "the file is empty");
        }
        return value;
    }

    /** What binds trees to records, for content that is put together in code before it is bound. */
    public static YAMLMapper mapper() {
        return MAPPER;
    }

    /**
     * The file's text.
     *
     * @param name what messages call the file
     * @throws YamlException when it is missing, too large or not UTF-8
     */
    public static String text(Path file, String name) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new YamlException(Code.TOO_LARGE, name, 0, "the file is larger than 1 MiB");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException wrong) {
            throw new YamlException(Code.UNREADABLE, name, 0, "the file is not UTF-8 text");
        } catch (IOException wrong) {
            String why = Files.exists(file) ? "the file cannot be read" : "the file does not exist";
            throw new YamlException(Code.UNREADABLE, name, 0, why);
        }
    }

    private static YAMLMapper build() {
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
                    collection,
                    override -> override.setNullHandling(JsonSetter.Value.construct(Nulls.AS_EMPTY, Nulls.FAIL)));
        }
        return builder.build();
    }
}
