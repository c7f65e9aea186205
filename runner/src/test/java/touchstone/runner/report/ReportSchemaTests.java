package touchstone.runner.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportSchemaTests {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    static Stream<ReportFixtures.Run> oneOfEachOutcome() {
        return Stream.of(
                ReportFixtures.scored(),
                ReportFixtures.failed(),
                ReportFixtures.invalid(),
                ReportFixtures.infraError());
    }

    @ParameterizedTest
    @MethodSource("oneOfEachOutcome")
    void acceptsWhatIsWritten(ReportFixtures.Run run) {
        assertThat(problems(ReportJson.write(run.report()))).isEmpty();
    }

    @Test
    void refusesAnOutcomeThatDoesNotFitItsScore() {
        String json = ReportJson.write(ReportFixtures.failed().report());
        assertThat(problems(json.replace("SOLUTION_FAILED", "INFRA_ERROR"))).isNotBlank();
        assertThat(problems(json.replace("SOLUTION_FAILED", "PASSED"))).isNotBlank();
    }

    @Test
    void hasTheKeysThatAreWrittenAndNoOthers() {
        Set<String> written = new TreeSet<>();
        collectWritten(MAPPER.readTree(ReportJson.write(ReportFixtures.scored().report())), "", written);
        Set<String> described = new TreeSet<>();
        collectDescribed(MAPPER.readTree(schemaText()), "", described);
        assertThat(written).isEqualTo(described);
    }

    @Test
    void writesTheFirstLevelOfTheContract() {
        JsonNode report =
                MAPPER.readTree(ReportJson.write(ReportFixtures.invalid().report()));
        assertThat(report.propertyNames())
                .containsExactly(
                        "lab",
                        "labVersion",
                        "gradingVersion",
                        "seed",
                        "outcome",
                        "cause",
                        "score",
                        "competencies",
                        "criteria",
                        "cost",
                        "latency",
                        "followUps",
                        "provenance");
    }

    private static void collectWritten(JsonNode node, String path, Set<String> keys) {
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            keys.add(path + "/" + property.getKey());
            collectWritten(property.getValue(), path + "/" + property.getKey(), keys);
        }
        if (node.isArray()) {
            node.forEach(element -> collectWritten(element, path + "[]", keys));
        }
    }

    /** Also holds that every described key is required and no other allowed. */
    private static void collectDescribed(JsonNode schema, String path, Set<String> keys) {
        if (schema.has("items")) {
            collectDescribed(schema.get("items"), path + "[]", keys);
        }
        if (!schema.has("properties")) {
            return;
        }
        assertThat(schema.get("additionalProperties").booleanValue()).as(path).isFalse();
        assertThat(schema.get("required").valueStream().map(JsonNode::stringValue))
                .as(path)
                .containsExactlyElementsOf(schema.get("properties").propertyNames());
        for (Map.Entry<String, JsonNode> property : schema.get("properties").properties()) {
            keys.add(path + "/" + property.getKey());
            collectDescribed(property.getValue(), path + "/" + property.getKey(), keys);
        }
    }

    private static String problems(String json) {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schemaText());
        StringBuilder problems = new StringBuilder();
        schema.validate(json, InputFormat.JSON)
                .forEach(error -> problems.append(error).append('\n'));
        return problems.toString();
    }

    private static String schemaText() {
        try (InputStream stream = Objects.requireNonNull(ReportJson.class.getResourceAsStream("report.schema.json"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
