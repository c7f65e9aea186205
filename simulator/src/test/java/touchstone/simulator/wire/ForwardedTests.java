package touchstone.simulator.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import touchstone.simulator.LimitRule;
import touchstone.simulator.fault.Fault;
import touchstone.simulator.fault.FaultPlan;
import touchstone.simulator.fault.FaultSchedule;
import touchstone.simulator.fault.Step;
import touchstone.simulator.ledger.LedgerEntry;

class ForwardedTests {

    /** 60 × 100 + 40 × 50 + 50 × 400 thousandths. */
    private static final long PRICE = 28;

    private static final String PLAIN = Wire.chat("sim-fast", "");
    private static final String STREAM = Wire.stream("sim-fast", "");
    private static final String STREAM_WITH_USAGE =
            Wire.stream("sim-fast", ",\"stream_options\":{\"include_usage\":true}");

    private static Wire before(RealServer real, Step... steps) {
        FaultSchedule faults = new FaultSchedule(Map.of("item-1", FaultPlan.of(steps)), List.of());
        return new Wire(Wire.scenario(faults, LimitRule.WIDE), real, 1_000_000);
    }

    @Test
    void sendsBodiesOnAndWritesTheLedger() throws Exception {
        try (RealServer real = RealServer.usual();
                Wire wire = before(real, Step.SERVE)) {
            HttpResponse<String> response = wire.chat(PLAIN);

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).isEqualTo(RealServer.COMPLETION);
            assertThat(response.headers().firstValue("x-ratelimit-limit-requests"))
                    .isPresent();
            assertThat(real.seen).containsExactly("/v1/chat/completions Bearer " + RealServer.KEY + " " + PLAIN);
            LedgerEntry line = wire.line(1);
            assertThat(line.usage()).isEqualTo(new LedgerEntry.Usage(100, 40, 50, PRICE));
            assertThat(line.served())
                    .isEqualTo(new LedgerEntry.Served(200, "none", "upstream", true, 3_000_000, false));
            assertThat(line.item()).isEqualTo("item-1");
            assertThat(line.times().firstByteMicros())
                    .isGreaterThanOrEqualTo(line.times().receivedMicros());
            assertThat(line.times().lastByteMicros())
                    .isGreaterThanOrEqualTo(line.times().firstByteMicros());
        }
    }

    @Test
    void streamsAndShowsUsageOnlyToThoseWhoAsk() throws Exception {
        try (RealServer real = RealServer.usual();
                Wire wire = before(real, Step.SERVE)) {
            String body = wire.chat(STREAM).body();

            assertThat(Wire.streamedText(body)).isEqualTo("one two three four five six ");
            assertThat(body).endsWith("data: [DONE]\n\n").doesNotContain("prompt_tokens");
            assertThat(wire.line(1).usage()).isEqualTo(new LedgerEntry.Usage(100, 40, 50, PRICE));
            assertThat(wire.chat(STREAM_WITH_USAGE).body()).contains("prompt_tokens");
            assertThat(wire.line(2).request().streamed()).isTrue();
        }
    }

    @Test
    void servesFaultsThatComeBeforeTheAnswerWithoutAskingTheServer() throws Exception {
        try (RealServer real = RealServer.usual();
                Wire wire = before(
                        real,
                        new Fault.HttpError(503),
                        new Fault.RateLimited(Duration.ofSeconds(2), Fault.HintForm.SECONDS),
                        new Fault.ConnectionReset(),
                        Step.SERVE)) {
            assertThat(wire.chat(PLAIN).statusCode()).isEqualTo(503);
            assertThat(wire.chat(PLAIN).headers().firstValue("retry-after")).contains("2");
            assertThatThrownBy(() -> wire.chat(PLAIN)).isInstanceOf(IOException.class);
            assertThat(real.seen).isEmpty();
            assertThat(wire.chat(PLAIN).statusCode()).isEqualTo(200);
            assertThat(wire.ledger(4))
                    .extracting(line -> line.served().fault())
                    .containsExactly("http-503", "rate-limited", "connection-reset", "none");
        }
    }

    @Test
    void cutsStreams() throws Exception {
        try (RealServer real = RealServer.usual();
                Wire wire = before(
                        real,
                        new Fault.CleanEnd(),
                        new Fault.TruncatedByLength(),
                        new Fault.ErrorEvent(),
                        new Fault.SchemaBreaking(),
                        new Fault.MalformedJson(),
                        new Fault.UsageMissing())) {
            String cleanEnd = wire.chat(STREAM).body();
            assertThat(Wire.streamedText(cleanEnd)).isEqualTo("one two three ");
            assertThat(cleanEnd).doesNotContain("[DONE]").doesNotContain("stop");
            String length = wire.chat(STREAM).body();
            assertThat(Wire.streamedText(length)).isEqualTo("one two three ");
            assertThat(length).contains("\"finish_reason\":\"length\"").endsWith("data: [DONE]\n\n");
            assertThat(Wire.events(wire.chat(STREAM).body()).getLast()).contains("\"error\"");
            assertThat(Wire.json(Wire.events(wire.chat(STREAM).body()).getFirst())
                            .path("choices"))
                    .isEmpty();
            String malformed = wire.chat(STREAM).body();
            assertThatThrownBy(() -> Wire.json(Wire.events(malformed).get(3))).isInstanceOf(RuntimeException.class);
            assertThat(malformed).endsWith("data: [DONE]\n\n");
            assertThat(wire.chat(STREAM_WITH_USAGE).body())
                    .doesNotContain("usage")
                    .contains("six ");
            assertThat(wire.ledger(6))
                    .extracting(line -> line.served().fault())
                    .containsExactly(
                            "clean-end",
                            "truncated-by-length",
                            "error-event",
                            "schema-breaking",
                            "malformed-json",
                            "usage-missing");
            assertThat(wire.ledger(6).getFirst().usage().priceMicros()).isPositive();
            assertThat(wire.ledger(6)).noneMatch(line -> line.served().clientAborted());
        }
    }

    @Test
    void changesPlainAnswers() throws Exception {
        try (RealServer real = RealServer.usual();
                Wire wire = before(
                        real,
                        new Fault.TruncatedByLength(),
                        new Fault.SchemaBreaking(),
                        new Fault.MalformedJson(),
                        new Fault.UsageMissing())) {
            assertThat(wire.chat(PLAIN).body())
                    .contains("\"finish_reason\":\"length\"")
                    .contains("\"one \"");
            assertThat(Wire.json(wire.chat(PLAIN).body()).path("choices")).isEmpty();
            String malformed = wire.chat(PLAIN).body();
            assertThatThrownBy(() -> Wire.json(malformed)).isInstanceOf(RuntimeException.class);
            assertThat(Wire.json(wire.chat(PLAIN).body()).has("usage")).isFalse();
            assertThat(wire.ledger(4))
                    .extracting(line -> line.usage().priceMicros())
                    .containsOnly(PRICE);
        }
    }

    @Test
    void startsLateAndStalls() throws Exception {
        try (RealServer real = RealServer.usual();
                Wire wire = before(
                        real, new Fault.SlowStart(Duration.ofMillis(300)), new Fault.StallMidStream(Duration.ZERO))) {
            assertThat(wire.chat(PLAIN).body()).isEqualTo(RealServer.COMPLETION);
            LedgerEntry slow = wire.line(1);
            assertThat(slow.times().firstByteMicros() - slow.times().receivedMicros())
                    .isGreaterThanOrEqualTo(300_000);
            assertThatThrownBy(() -> wire.chat(STREAM)).isInstanceOf(IOException.class);
            assertThat(wire.line(2).served().fault()).isEqualTo("stall");
        }
    }

    @Test
    void limitsAndChecksKeysAndModelsItself() throws Exception {
        LimitRule one = new LimitRule("*", "*", 1, 1, 1_000_000, 1_000_000);
        try (RealServer real = RealServer.usual();
                Wire wire = new Wire(Wire.scenario(FaultSchedule.NONE, one), real, 1_000_000)) {
            assertThat(wire.chat(PLAIN).statusCode()).isEqualTo(200);
            assertThat(wire.chat(PLAIN).statusCode()).isEqualTo(429);
            assertThat(wire.line(2).served().fault()).isEqualTo("limit");
            assertThat(wire.chat(Wire.chat("gone", "")).statusCode()).isEqualTo(404);
            assertThat(wire.send(wire.request("/v1/chat/completions", PLAIN)
                                    .setHeader("authorization", "Bearer wrong")
                                    .build())
                            .statusCode())
                    .isEqualTo(401);
            assertThat(real.seen).hasSize(1);
        }
    }

    @Test
    void stopsAtTheSpendCap() throws Exception {
        try (RealServer real = RealServer.usual();
                Wire wire = new Wire(Wire.scenario(FaultSchedule.NONE, LimitRule.WIDE), real, PRICE)) {
            assertThat(wire.chat(PLAIN).statusCode()).isEqualTo(200);
            HttpResponse<String> refused = wire.chat(STREAM);

            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(Wire.json(refused.body()).path("error").path("code").asString())
                    .isEqualTo("insufficient_quota");
            assertThat(wire.line(2).usage()).isEqualTo(LedgerEntry.Usage.NONE);
            assertThat(real.seen).hasSize(1);
        }
    }

    @Test
    void forwardsEmbeddings() throws Exception {
        try (RealServer real = RealServer.usual();
                Wire wire = before(real, Step.SERVE)) {
            String body = "{\"model\":\"sim-fast\",\"input\":\"hi\"}";

            assertThat(wire.post("/v1/embeddings", body).body()).isEqualTo(RealServer.COMPLETION);
            assertThat(real.seen).containsExactly("/v1/embeddings Bearer " + RealServer.KEY + " " + body);
            assertThat(wire.line(1).usage()).isEqualTo(new LedgerEntry.Usage(100, 0, 0, 10));
            assertThat(wire.post("/v1/embeddings", body.replace("sim-fast", "sim-embed-small"))
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void endsTheCallWhenTheClientLeaves() throws Exception {
        try (RealServer real = RealServer.endless();
                Wire wire = before(real, Step.SERVE)) {
            try (Socket socket = wire.rawChat(STREAM)) {
                InputStream in = socket.getInputStream();
                assertThat(in.readNBytes(500)).hasSize(500);
            }
            LedgerEntry line = wire.line(1);

            assertThat(line.served().clientAborted()).isTrue();
            assertThat(line.served().fault()).isEqualTo("none");
            assertThat(line.usage().priceMicros()).isPositive();
            assertThat(real.broken.await(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void chargesForACallThatWasGivenUpBeforeItsAnswer() throws Exception {
        try (RealServer real = new RealServer(exchange -> exchange.getRequestBody());
                Wire wire = before(real, Step.SERVE)) {
            try (Socket socket = wire.rawChat(Wire.chat("sim-fast", ",\"max_tokens\":20"))) {
                for (int i = 0; i < 3_000 && real.seen.isEmpty(); i++) {
                    Thread.sleep(10);
                }
                assertThat(socket.isConnected()).isTrue();
            }
            LedgerEntry line = wire.line(1);

            assertThat(line.served().clientAborted()).isTrue();
            assertThat(line.usage().outputTokens()).isEqualTo(20);
        }
    }

    @Test
    void neverShowsTheHostsKey() throws Exception {
        try (RealServer real = new RealServer(exchange ->
                        RealServer.answer(exchange, 500, "application/json", "{\"k\":\"" + RealServer.KEY + "\"}"));
                Wire wire = before(real, Step.SERVE)) {
            HttpResponse<String> response = wire.chat(PLAIN);

            assertThat(response.statusCode()).isEqualTo(500);
            assertThat(response.body()).isEqualTo("{\"k\":\"***\"}");
            assertThat(response.headers().map().toString()).doesNotContain(RealServer.KEY);
            assertThat(wire.line(1).toString()).contains("upstream-error").doesNotContain(RealServer.KEY);
            assertThat(real.seen.getFirst()).doesNotContain(Wire.KEY + " ");
        }
    }
}
