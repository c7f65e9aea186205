package touchstone.simulator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The published OpenAPI description of the API, where it lies in a {@code shared/data} folder beside the working tree. */
final class Specification {

    private static final String SCHEMAS = "#/components/schemas/";

    private final JsonNode all;
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final ConcurrentMap<String, Schema> schemas = new ConcurrentHashMap<>();

    private Specification(JsonNode all) {
        this.all = all;
    }

    /** The specification; empty where there is none. */
    static Optional<Specification> find() throws IOException {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path file = folder.resolve("shared/data/openai-openapi.yaml");
            if (Files.isRegularFile(file)) {
                JsonNode root = YAMLMapper.shared().readTree(withoutBlanks(Files.readString(file)));
                return Optional.of(new Specification(root.path("components").path("schemas")));
            }
        }
        return Optional.empty();
    }

    /** Lines of blanks made empty: the parser refuses some of them in block scalars. */
    private static String withoutBlanks(String yaml) {
        return yaml.replaceAll("(?m)^ +$", "");
    }

    void accepts(String schema, String json) {
        List<Error> errors = schemas.computeIfAbsent(schema, this::load).validate(Wire.json(json));
        assertThat(errors).as("%s against %s", json, schema).isEmpty();
    }

    boolean refuses(String schema, String json) {
        return !schemas.computeIfAbsent(schema, this::load)
                .validate(Wire.json(json))
                .isEmpty();
    }

    /** One schema with all that it refers to. */
    private Schema load(String name) {
        ObjectNode root = YAMLMapper.shared().createObjectNode();
        root.put("$ref", SCHEMAS + name);
        ObjectNode closure = root.putObject("components").putObject("schemas");
        Deque<String> wanted = new ArrayDeque<>(List.of(name));
        while (!wanted.isEmpty()) {
            String next = wanted.pop();
            if (!closure.has(next)) {
                closure.set(next, nullable(all.path(next), wanted));
            }
        }
        return registry.getSchema(root);
    }

    /** The schema with OpenAPI 3.0's {@code nullable} in the words of JSON Schema; collects the schemas it refers to. */
    private static JsonNode nullable(JsonNode node, Deque<String> references) {
        if (node.isArray()) {
            ArrayNode copy = YAMLMapper.shared().createArrayNode();
            node.values().forEach(element -> copy.add(nullable(element, references)));
            return copy;
        }
        if (!node.isObject()) {
            return node;
        }
        String reference = node.path("$ref").asString("");
        if (reference.startsWith(SCHEMAS)) {
            references.push(reference.substring(SCHEMAS.length()));
        }
        ObjectNode copy = YAMLMapper.shared().createObjectNode();
        node.properties().forEach(field -> {
            if (!field.getKey().equals("nullable")) {
                copy.set(field.getKey(), nullable(field.getValue(), references));
            }
        });
        if (!node.path("nullable").asBoolean(false)) {
            return copy;
        }
        ObjectNode either = YAMLMapper.shared().createObjectNode();
        either.putArray("anyOf").add(copy).addObject().put("type", "null");
        return either;
    }
}
