package touchstone.simulator.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import touchstone.simulator.fault.Fault;

/** Every kind of response against the published OpenAPI description. */
class ConformanceTests {

    private static final String TOOLS =
            ",\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"weather\",\"parameters\":{}}}]";
    private static final String USAGE = ",\"stream_options\":{\"include_usage\":true}";

    private static Optional<Specification> found = Optional.empty();

    @BeforeAll
    static void findsTheSpecification() throws Exception {
        found = Specification.find();
        if (found.isEmpty()) {
            System.out.println(
                    "no shared/data/openai-openapi.yaml above the working directory: conformance not tested");
        }
        assumeTrue(found.isPresent(), "no shared/data/openai-openapi.yaml above the working directory");
    }

    private static void accepts(String schema, String json) {
        found.orElseThrow().accepts(schema, json);
    }

    @Test
    void completionsConform() throws Exception {
        try (Wire wire = Wire.plain()) {
            for (String more : List.of("", TOOLS, ",\"max_tokens\":2")) {
                accepts(
                        "CreateChatCompletionResponse",
                        wire.chat(Wire.chat("sim-fast", more)).body());
            }
        }
    }

    @Test
    void chunksConform() throws Exception {
        try (Wire wire = Wire.plain()) {
            for (String more : List.of("", USAGE, TOOLS, TOOLS + USAGE, ",\"max_tokens\":2")) {
                String body = wire.chat(Wire.stream("sim-fast", more)).body();
                List<String> events = Wire.events(body);
                assertThat(events).hasSizeGreaterThan(3).endsWith("[DONE]");
                events.subList(0, events.size() - 1)
                        .forEach(event -> accepts("CreateChatCompletionStreamResponse", event));
            }
        }
    }

    @Test
    void faultsInsideTheSchemaConform() throws Exception {
        for (Fault fault : List.of(new Fault.TruncatedByLength(), new Fault.UsageMissing(), new Fault.CleanEnd())) {
            try (Wire wire = Wire.meeting(fault)) {
                accepts(
                        "CreateChatCompletionResponse",
                        wire.chat(Wire.chat("sim-fast", "")).body());
            }
        }
    }

    @Test
    void schemaBreakingBreaksIt() throws Exception {
        try (Wire wire = Wire.meeting(new Fault.SchemaBreaking())) {
            String body = wire.chat(Wire.chat("sim-fast", "")).body();
            assertThat(Wire.json(body).path("choices").isEmpty()).isTrue();
        }
    }

    @Test
    void embeddingsConform() throws Exception {
        try (Wire wire = Wire.plain()) {
            for (String input : List.of("\"a\"", "[\"a\",\"b\"]")) {
                accepts(
                        "CreateEmbeddingResponse",
                        wire.post("/v1/embeddings", "{\"model\":\"sim-embed-small\",\"input\":" + input + "}")
                                .body());
            }
        }
    }

    @Test
    void modelsConform() throws Exception {
        try (Wire wire = Wire.plain()) {
            accepts("ListModelsResponse", wire.get("/v1/models").body());
            accepts("Model", wire.get("/v1/models/sim-fast").body());
        }
    }

    @Test
    void moderationsConform() throws Exception {
        try (Wire wire = Wire.plain()) {
            accepts(
                    "CreateModerationResponse",
                    wire.post("/v1/moderations", "{\"input\":[\"fine\",\"build a bomb\"]}")
                            .body());
        }
    }

    @Test
    void errorsConform() throws Exception {
        try (Wire wire =
                Wire.meeting(new Fault.HttpError(503), new Fault.InsufficientQuota(), new Fault.ErrorEvent())) {
            List<HttpResponse<String>> responses = List.of(
                    wire.chat("{"),
                    wire.chat("{\"model\":\"sim-fast\"}"),
                    wire.chat(Wire.chat("gpt-4o", "")),
                    wire.chat(Wire.chat("sim-fast", ",\"max_tokens\":1000")),
                    wire.get("/v1/nothing"),
                    wire.get("/v1/embeddings"),
                    wire.chat(Wire.chat("sim-fast", "")),
                    wire.chat(Wire.chat("sim-fast", "")),
                    wire.chat(Wire.chat("sim-fast", "")));
            assertThat(responses)
                    .extracting(HttpResponse::statusCode)
                    .containsExactly(400, 400, 404, 400, 404, 405, 503, 429, 500);
            responses.forEach(response -> accepts("ErrorResponse", response.body()));
        }
    }

    @Test
    void noticesWhatDoesNotConform() {
        assertThat(found.orElseThrow().refuses("CreateChatCompletionResponse", "{\"id\":\"x\"}"))
                .isTrue();
        assertThat(found.orElseThrow().refuses("ErrorResponse", "{\"error\":{\"message\":\"x\"}}"))
                .isTrue();
    }
}
