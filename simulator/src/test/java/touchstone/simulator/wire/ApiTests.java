package touchstone.simulator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import touchstone.simulator.LimitRule;
import touchstone.simulator.fault.Fault;
import touchstone.simulator.fault.FaultSchedule;
import touchstone.simulator.ledger.LedgerEntry;

class ApiTests {

    private static final List<String> HEADERS = List.of(
            "x-request-id",
            "openai-processing-ms",
            "openai-version",
            "x-ratelimit-limit-requests",
            "x-ratelimit-limit-tokens",
            "x-ratelimit-remaining-requests",
            "x-ratelimit-remaining-tokens",
            "x-ratelimit-reset-requests",
            "x-ratelimit-reset-tokens");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not json | null",
                "[1] | null",
                "{} | model",
                "{\"model\":7} | model",
                "{\"model\":\"sim-fast\"} | messages",
                "{\"model\":\"sim-fast\",\"messages\":\"x\"} | messages",
                "{\"model\":\"sim-fast\",\"messages\":[]} | messages",
                "{\"model\":\"sim-fast\",\"messages\":[{\"role\":\"king\",\"content\":\"x\"}]} | messages[0].role",
                "{\"model\":\"sim-fast\",\"messages\":[{\"role\":\"user\"}]} | messages[0].content",
                "{\"model\":\"sim-fast\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}],\"n\":2} | n",
                "{\"model\":\"sim-fast\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}],\"max_tokens\":0} |"
                        + " max_tokens",
                "{\"model\":\"sim-fast\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}],\"stream\":\"yes\"} |"
                        + " stream",
            })
    void refusesBadRequests(String body, String param) throws Exception {
        try (Wire wire = Wire.plain()) {
            HttpResponse<String> response = wire.chat(body);
            assertThat(response.statusCode()).isEqualTo(400);
            JsonNode error = Wire.json(response.body()).path("error");
            assertThat(error.path("type").asString()).isEqualTo("invalid_request_error");
            assertThat(error.path("param").asString("null")).isEqualTo(param);
            assertThat(wire.line(1).served().status()).isEqualTo(400);
        }
    }

    @Test
    void refusesDeepNesting() throws Exception {
        try (Wire wire = Wire.plain()) {
            assertThat(wire.chat("{\"a\":".repeat(100_000)).statusCode()).isEqualTo(400);
        }
    }

    @Test
    void refusesHugeBodies() throws Exception {
        try (Wire wire = Wire.plain()) {
            HttpResponse<String> response = wire.chat("x".repeat(Body.MOST_BYTES + 1));
            assertThat(response.statusCode()).isEqualTo(413);
            assertThat(wire.chat(Wire.chat("sim-fast", "")).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void refusesWrongAndMissingKeys() throws Exception {
        try (Wire wire = Wire.plain()) {
            URI uri = URI.create("http://127.0.0.1:" + wire.model.port() + "/v1/models");
            HttpRequest missing = HttpRequest.newBuilder(uri).build();
            HttpRequest wrong = HttpRequest.newBuilder(uri)
                    .header("authorization", "Bearer sk-other")
                    .build();
            assertThat(wire.send(missing).statusCode()).isEqualTo(401);
            HttpResponse<String> response = wire.send(wrong);
            assertThat(response.statusCode()).isEqualTo(401);
            assertThat(Wire.json(response.body()).path("error").path("code").asString())
                    .isEqualTo("invalid_api_key");
        }
    }

    @Test
    void knowsItsPaths() throws Exception {
        try (Wire wire = Wire.plain()) {
            assertThat(wire.get("/v1/nowhere").statusCode()).isEqualTo(404);
            assertThat(wire.get("/v1/chat/completions").statusCode()).isEqualTo(405);
            assertThat(wire.post("/v1/models", "{}").statusCode()).isEqualTo(405);
            assertThat(wire.get("/v1/models/gpt-4o").statusCode()).isEqualTo(404);
            HttpResponse<String> unknown = wire.chat(Wire.chat("gpt-4o", ""));
            assertThat(unknown.statusCode()).isEqualTo(404);
            assertThat(Wire.json(unknown.body()).path("error").path("code").asString())
                    .isEqualTo("model_not_found");
        }
    }

    @Test
    void refusesPromptsBeyondTheContext() throws Exception {
        try (Wire wire = Wire.plain()) {
            String body = "{\"model\":\"sim-fast\",\"messages\":[{\"role\":\"user\",\"content\":\"" + "w ".repeat(101)
                    + "\"}]}";
            HttpResponse<String> response = wire.chat(body);
            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(Wire.json(response.body()).path("error").path("code").asString())
                    .isEqualTo("context_length_exceeded");
        }
    }

    @Test
    void ignoresWhatItDoesNotKnowAndFoldsWhiteSpace() throws Exception {
        try (Wire wire = Wire.plain()) {
            wire.chat(Wire.chat("sim-fast", ",\"new_field\":{\"deep\":[1,2]},\"user\":null"));
            wire.chat(Wire.chat("sim-fast", "").replace("say item-1", "  say \\n item-1 "));
            List<LedgerEntry> lines = wire.ledger(2);
            assertThat(lines).extracting(line -> line.served().status()).containsOnly(200);
            assertThat(lines.get(1).request().key())
                    .isEqualTo(lines.get(0).request().key());
            assertThat(lines.get(1).request().attempt()).isEqualTo(1);
        }
    }

    @Test
    void carriesHeadersOnEveryResponse() throws Exception {
        try (Wire wire =
                Wire.meeting(new Fault.HttpError(500), new Fault.InsufficientQuota(), new Fault.UsageMissing())) {
            List<HttpResponse<String>> responses = List.of(
                    wire.chat("{"),
                    wire.chat(Wire.chat("sim-fast", "")),
                    wire.chat(Wire.chat("sim-fast", "")),
                    wire.chat(Wire.stream("sim-fast", "")),
                    wire.get("/v1/models"),
                    wire.get("/v1/nowhere"),
                    wire.post("/v1/embeddings", "{}"));
            for (HttpResponse<String> response : responses) {
                assertThat(response.headers().map()).containsKeys(HEADERS.toArray(String[]::new));
            }
        }
    }

    @Test
    void refusesWhatIsOverTheLimit() throws Exception {
        LimitRule tight = new LimitRule("*", "sim-fast", 6, 2, 60_000, 10_000);
        try (Wire wire = new Wire(Wire.scenario(FaultSchedule.NONE, LimitRule.WIDE, tight))) {
            HttpResponse<String> first = wire.chat(Wire.chat("sim-fast", ""));
            assertThat(first.headers().firstValue("x-ratelimit-limit-requests")).contains("2");
            assertThat(first.headers().firstValue("x-ratelimit-remaining-requests"))
                    .contains("1");
            assertThat(first.headers().firstValue("x-ratelimit-remaining-tokens"))
                    .contains("9998");
            wire.chat(Wire.chat("sim-fast", ""));
            HttpResponse<String> refused = wire.chat(Wire.chat("sim-fast", ""));
            assertThat(refused.statusCode()).isEqualTo(429);
            long millis = Long.parseLong(
                    refused.headers().firstValue("retry-after-ms").orElseThrow());
            assertThat(millis).isBetween(1L, 10_000L);
            assertThat(refused.headers().firstValue("retry-after"))
                    .contains(String.valueOf(Math.ceilDiv(millis, 1_000)));
            assertThat(wire.chat(Wire.chat("sim-slow", ",\"max_tokens\":1")).statusCode())
                    .isEqualTo(200);
            LedgerEntry line = wire.ledger(3).get(2);
            assertThat(line.served().fault()).isEqualTo("limit");
            assertThat(line.served().retryAfterMicros()).isEqualTo(millis * 1_000);
        }
    }

    @Test
    void embedsInBothEncodings() throws Exception {
        try (Wire wire = Wire.plain()) {
            JsonNode plain = Wire.json(
                            wire.post("/v1/embeddings", "{\"model\":\"sim-embed-small\",\"input\":[\"ab\",\"c\"]}")
                                    .body())
                    .path("data");
            assertThat(plain.path(0).path("embedding").path(0).asDouble()).isEqualTo(2);
            assertThat(plain.path(1).path("index").asInt()).isEqualTo(1);
            String encoded = Wire.json(wire.post(
                                    "/v1/embeddings",
                                    "{\"model\":\"sim-embed-small\",\"input\":\"ab\",\"encoding_format\":\"base64\"}")
                            .body())
                    .path("data")
                    .path(0)
                    .path("embedding")
                    .asString();
            ByteBuffer bytes =
                    ByteBuffer.wrap(Base64.getDecoder().decode(encoded)).order(ByteOrder.LITTLE_ENDIAN);
            assertThat(List.of(bytes.getFloat(), bytes.getFloat(), bytes.getFloat()))
                    .containsExactly(2f, 0.5f, -0.25f);
            assertThat(wire.line(1).usage().inputTokens()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"[1,2] | 400", "[[1,2]] | 400", "\"\" | 400", "[] | 400", "null | 400", "{} | 400"})
    void refusesInputsThatItCannotEmbed(String input, int status) throws Exception {
        try (Wire wire = Wire.plain()) {
            assertThat(wire.post("/v1/embeddings", "{\"model\":\"sim-embed-small\",\"input\":" + input + "}")
                            .statusCode())
                    .isEqualTo(status);
        }
    }

    @Test
    void moderates() throws Exception {
        try (Wire wire = Wire.plain()) {
            JsonNode results = Wire.json(wire.post("/v1/moderations", "{\"input\":[\"hello\",\"Build a bomb\"]}")
                            .body())
                    .path("results");
            assertThat(results.path(0).path("flagged").asBoolean()).isFalse();
            assertThat(results.path(1)
                            .path("categories")
                            .path("illicit/violent")
                            .asBoolean())
                    .isTrue();
        }
    }

    @Test
    void keepsHeadersOfInterest() throws Exception {
        try (Wire wire = Wire.plain()) {
            wire.send(wire.request("/v1/chat/completions", Wire.chat("sim-fast", ""))
                    .header("X-Stainless-Retry-Count", "2")
                    .header("traceparent", "00-1-2-01")
                    .build());
            assertThat(wire.line(1).headers())
                    .containsEntry("x-stainless-retry-count", "2")
                    .containsEntry("traceparent", "00-1-2-01")
                    .containsKey("user-agent")
                    .doesNotContainKey("authorization");
        }
    }
}
