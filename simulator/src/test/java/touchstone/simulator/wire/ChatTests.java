package touchstone.simulator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import touchstone.simulator.ledger.LedgerEntry;

class ChatTests {

    private static final String TOOLS =
            ",\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"weather\",\"parameters\":{\"type\":\"object\"}}}]";

    @Test
    void answersPlainly() throws Exception {
        try (Wire wire = Wire.plain()) {
            HttpResponse<String> response = wire.chat(Wire.chat("sim-fast", ""));
            assertThat(response.statusCode()).isEqualTo(200);
            JsonNode body = Wire.json(response.body());
            JsonNode choice = body.path("choices").path(0);
            assertThat(choice.path("message").path("content").asString()).isEqualTo(TinyBehaviour.ANSWER);
            assertThat(choice.path("finish_reason").asString()).isEqualTo("stop");
            assertThat(body.path("usage").path("prompt_tokens").asInt()).isEqualTo(2);
            assertThat(body.path("usage").path("completion_tokens").asInt()).isEqualTo(12);
            LedgerEntry line = wire.line(1);
            assertThat(line.item()).isEqualTo("item-1");
            assertThat(line.usage()).isEqualTo(new LedgerEntry.Usage(2, 0, 12, 5));
            assertThat(line.served().status()).isEqualTo(200);
            assertThat(line.served().family()).isEqualTo("plain-chat");
            assertThat(line.tokens()).isEqualTo(LedgerEntry.Tokens.NONE);
        }
    }

    @Test
    void streamsWithUsage() throws Exception {
        try (Wire wire = Wire.plain()) {
            HttpResponse<String> response =
                    wire.chat(Wire.stream("sim-fast", ",\"stream_options\":{\"include_usage\":true}"));
            assertThat(response.headers().firstValue("content-type").orElse("")).startsWith("text/event-stream");
            List<String> events = Wire.events(response.body());
            assertThat(events.getLast()).isEqualTo("[DONE]");
            assertThat(Wire.streamedText(response.body())).isEqualTo(TinyBehaviour.ANSWER);
            JsonNode usage = Wire.json(events.get(events.size() - 2));
            assertThat(usage.path("choices").size()).isZero();
            assertThat(usage.path("usage").path("total_tokens").asInt()).isEqualTo(14);
            JsonNode finish = Wire.json(events.get(events.size() - 3));
            assertThat(finish.path("choices").path(0).path("finish_reason").asString())
                    .isEqualTo("stop");
            assertThat(finish.path("usage").isNull()).isTrue();
            LedgerEntry line = wire.line(1);
            assertThat(line.tokens().sentMicros()).hasSize(12).isSorted();
            assertThat(line.tokens().plannedMicros()).hasSize(12);
            assertThat(line.usage()).isEqualTo(new LedgerEntry.Usage(2, 0, 12, 5));
        }
    }

    @Test
    void keepsPaceOfAStream() throws Exception {
        try (Wire wire = Wire.plain()) {
            wire.chat(Wire.stream("sim-slow", ""));
            LedgerEntry line = wire.line(1);
            List<Long> planned = line.tokens().plannedMicros();
            assertThat(planned.getLast() - planned.getFirst()).isEqualTo(11 * 50_000);
            for (int i = 0; i < planned.size(); i++) {
                assertThat(line.tokens().sentMicros().get(i)).isGreaterThanOrEqualTo(planned.get(i));
            }
        }
    }

    @Test
    void callsTools() throws Exception {
        try (Wire wire = Wire.plain()) {
            JsonNode choice = Wire.json(wire.chat(Wire.chat("sim-fast", TOOLS)).body())
                    .path("choices")
                    .path(0);
            assertThat(choice.path("finish_reason").asString()).isEqualTo("tool_calls");
            assertThat(choice.path("message").path("content").isNull()).isTrue();
            JsonNode call = choice.path("message").path("tool_calls").path(0);
            assertThat(call.path("function").path("name").asString()).isEqualTo("weather");
            assertThat(Wire.json(call.path("function").path("arguments").asString())
                            .path("city")
                            .asString())
                    .isEqualTo("Łódź");
        }
    }

    @Test
    void streamsToolCallsAsDeltas() throws Exception {
        try (Wire wire = Wire.plain()) {
            HttpResponse<String> response = wire.chat(Wire.stream("sim-fast", TOOLS));
            StringBuilder arguments = new StringBuilder();
            for (String event : Wire.events(response.body())) {
                if (!event.equals("[DONE]")) {
                    arguments.append(Wire.json(event)
                            .path("choices")
                            .path(0)
                            .path("delta")
                            .path("tool_calls")
                            .path(0)
                            .path("function")
                            .path("arguments")
                            .asString(""));
                }
            }
            assertThat(Wire.json(arguments.toString()).path("unit").asString()).isEqualTo("celsius");
            assertThat(response.body()).contains("\"finish_reason\":\"tool_calls\"");
        }
    }

    @Test
    void stopsAtMaxTokens() throws Exception {
        try (Wire wire = Wire.plain()) {
            for (String field : List.of("max_tokens", "max_completion_tokens")) {
                JsonNode body = Wire.json(
                        wire.chat(Wire.chat("sim-fast", ",\"" + field + "\":3")).body());
                JsonNode choice = body.path("choices").path(0);
                assertThat(choice.path("finish_reason").asString()).isEqualTo("length");
                assertThat(choice.path("message").path("content").asString()).isEqualTo("one two three");
                assertThat(body.path("usage").path("completion_tokens").asInt()).isEqualTo(3);
            }
        }
    }

    @Test
    void passesTheFormatOn() throws Exception {
        try (Wire wire = Wire.plain()) {
            String object = wire.chat(Wire.chat("sim-fast", ",\"response_format\":{\"type\":\"json_object\"}"))
                    .body();
            assertThat(content(object)).isEqualTo("{\"a\": 1}");
            String schema = wire.chat(
                            Wire.chat(
                                    "sim-fast",
                                    ",\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"s\",\"schema\":{}}}"))
                    .body();
            assertThat(content(schema)).isEqualTo("{\"b\": 2}");
        }
    }

    @Test
    void chargesCachedTokensLess() throws Exception {
        try (Wire wire = Wire.plain()) {
            String body = "{\"model\":\"sim-fast\",\"messages\":[{\"role\":\"user\",\"content\":\"cached words\"}]}";
            JsonNode usage = Wire.json(wire.chat(body).body()).path("usage");
            assertThat(usage.path("prompt_tokens_details").path("cached_tokens").asInt())
                    .isEqualTo(1);
            assertThat(wire.line(1).usage().cachedInputTokens()).isEqualTo(1);
        }
    }

    private static String content(String body) {
        return Wire.json(body)
                .path("choices")
                .path(0)
                .path("message")
                .path("content")
                .asString();
    }
}
