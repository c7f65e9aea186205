package touchstone.simulator.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import touchstone.simulator.LimitRule;
import touchstone.simulator.fault.Fault;
import touchstone.simulator.fault.FaultPlan;
import touchstone.simulator.fault.FaultSchedule;
import touchstone.simulator.fault.FaultWindow;
import touchstone.simulator.fault.Step;
import touchstone.simulator.ledger.LedgerEntry;

class FaultTests {

    private static final String HALF = "one two three four five six";

    private static String body(boolean streamed) {
        return streamed
                ? Wire.stream("sim-fast", ",\"stream_options\":{\"include_usage\":true}")
                : Wire.chat("sim-fast", "");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void advancesThePlanWithEachCall(boolean streamed) throws Exception {
        try (Wire wire = Wire.meeting(new Fault.HttpError(503), new Fault.HttpError(500), Step.SERVE)) {
            assertThat(wire.chat(body(streamed)).statusCode()).isEqualTo(503);
            assertThat(wire.chat(body(streamed)).statusCode()).isEqualTo(500);
            assertThat(wire.chat(body(streamed)).statusCode()).isEqualTo(200);
            List<LedgerEntry> lines = wire.ledger(3);
            assertThat(lines).extracting(line -> line.served().fault()).containsExactly("http-503", "http-500", "none");
            assertThat(lines).extracting(line -> line.request().attempt()).containsExactly(0, 1, 2);
            assertThat(lines).extracting(line -> line.request().itemCall()).containsExactly(0, 1, 2);
            assertThat(lines.getFirst().usage()).isEqualTo(LedgerEntry.Usage.NONE);
        }
    }

    @Test
    void hintsInSeconds() throws Exception {
        try (Wire wire = Wire.meeting(limited(1_200, Fault.HintForm.SECONDS))) {
            HttpResponse<String> response = wire.chat(body(false));
            assertThat(response.statusCode()).isEqualTo(429);
            assertThat(response.headers().firstValue("retry-after")).contains("2");
            assertThat(error(response).path("code").asString()).isEqualTo("rate_limit_exceeded");
            assertThat(wire.line(1).served().retryAfterMicros()).isEqualTo(2_000_000);
        }
    }

    @Test
    void hintsInMilliseconds() throws Exception {
        try (Wire wire = Wire.meeting(limited(1_200, Fault.HintForm.MILLISECONDS))) {
            HttpResponse<String> response = wire.chat(body(true));
            assertThat(response.headers().firstValue("retry-after-ms")).contains("1200");
            assertThat(response.headers().firstValue("retry-after")).isEmpty();
            assertThat(wire.line(1).served().retryAfterMicros()).isEqualTo(1_200_000);
        }
    }

    @Test
    void hintsWithADate() throws Exception {
        try (Wire wire = Wire.meeting(limited(1_200, Fault.HintForm.DATE))) {
            Instant before = Instant.now();
            HttpResponse<String> response = wire.chat(body(false));
            String date = response.headers().firstValue("retry-after").orElseThrow();
            Instant until = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            assertThat(until).isAfterOrEqualTo(before.plusMillis(1_200));
            assertThat(wire.line(1).served().retryAfterMicros()).isBetween(1_200_000L, 2_200_000L);
        }
    }

    @Test
    void saysThatTheQuotaIsGone() throws Exception {
        try (Wire wire = Wire.meeting(new Fault.InsufficientQuota())) {
            HttpResponse<String> response = wire.chat(body(false));
            assertThat(response.statusCode()).isEqualTo(429);
            assertThat(error(response).path("code").asString()).isEqualTo("insufficient_quota");
            assertThat(response.headers().firstValue("retry-after")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void resetsTheConnection(boolean streamed) throws Exception {
        try (Wire wire = Wire.meeting(new Fault.ConnectionReset());
                Socket socket = wire.rawChat(body(streamed))) {
            assertThatThrownBy(() -> socket.getInputStream().read())
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
            LedgerEntry line = wire.line(1);
            assertThat(line.served().status()).isZero();
            assertThat(line.served().fault()).isEqualTo("connection-reset");
            assertThat(line.served().clientAborted()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void hangsUntilTheClientLeaves(boolean streamed) throws Exception {
        try (Wire wire = Wire.meeting(new Fault.HangBeforeHeaders(Duration.ofMinutes(10)))) {
            Socket socket = wire.rawChat(body(streamed));
            socket.setSoTimeout(300);
            assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(IOException.class);
            socket.close();
            LedgerEntry line = wire.line(1);
            assertThat(line.served().clientAborted()).isTrue();
            assertThat(line.times().abortedMicros() - line.times().receivedMicros())
                    .isBetween(250_000L, 30_000_000L);
            assertThat(line.served().status()).isZero();
            assertThat(line.usage().priceMicros()).isZero();
        }
    }

    @Test
    void endsAHangAfterItsTime() throws Exception {
        try (Wire wire = Wire.meeting(new Fault.HangBeforeHeaders(Duration.ofMillis(200)));
                Socket socket = wire.rawChat(body(false))) {
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
            assertThat(wire.line(1).served().clientAborted()).isFalse();
        }
    }

    @Test
    void stallsInTheMiddle() throws Exception {
        try (Wire wire = Wire.meeting(new Fault.StallMidStream(Duration.ofMillis(300)));
                Socket socket = wire.rawChat(body(true))) {
            String all = new String(socket.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(all).contains("\" six\"").doesNotContain("\" seven\"").doesNotContain("[DONE]");
            assertThat(all).doesNotEndWith("0\r\n\r\n");
            LedgerEntry line = wire.line(1);
            assertThat(line.served().fault()).isEqualTo("stall");
            assertThat(line.usage().outputTokens()).isEqualTo(6);
        }
    }

    @Test
    void noticesWhoLeavesAStalledStream() throws Exception {
        try (Wire wire = Wire.meeting(new Fault.StallMidStream(Duration.ofMinutes(10)))) {
            Socket socket = wire.rawChat(body(true));
            assertThat(socket.getInputStream().read()).isEqualTo('H');
            socket.close();
            LedgerEntry line = wire.line(1);
            assertThat(line.served().clientAborted()).isTrue();
            assertThat(line.served().status()).isEqualTo(200);
        }
    }

    @Test
    void hangsInsteadOfStallingWithoutAStream() throws Exception {
        try (Wire wire = Wire.meeting(new Fault.StallMidStream(Duration.ofMillis(100)));
                Socket socket = wire.rawChat(body(false))) {
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
            assertThat(wire.line(1).served().fault()).isEqualTo("stall");
        }
    }

    @Test
    void endsAStreamCleanlyTooEarly() throws Exception {
        try (Wire wire = Wire.meeting(new Fault.CleanEnd())) {
            HttpResponse<String> response = wire.chat(body(true));
            assertThat(Wire.streamedText(response.body())).isEqualTo(HALF);
            assertThat(response.body()).doesNotContain("[DONE]").doesNotContain("\"stop\"");
            assertThat(wire.line(1).served().fault()).isEqualTo("clean-end");
        }
    }

    @Test
    void truncatesWhereThereIsNoStreamToEnd() throws Exception {
        try (Wire wire = Wire.meeting(new Fault.CleanEnd())) {
            assertThat(finishReason(wire.chat(body(false)))).isEqualTo("length");
            assertThat(wire.line(1).served().fault()).isEqualTo("truncated-by-length");
        }
    }

    @Test
    void sendsAnErrorInsideAStream() throws Exception {
        try (Wire wire = Wire.meeting(new Fault.ErrorEvent())) {
            HttpResponse<String> response = wire.chat(body(true));
            assertThat(response.statusCode()).isEqualTo(200);
            List<String> events = Wire.events(response.body());
            assertThat(Wire.json(events.getLast()).path("error").path("type").asString())
                    .isEqualTo("server_error");
            assertThat(Wire.streamedText(response.body())).isEqualTo(HALF);
        }
    }

    @Test
    void sendsA500InsteadOfAnErrorEventWithoutAStream() throws Exception {
        try (Wire wire = Wire.meeting(new Fault.ErrorEvent())) {
            assertThat(wire.chat(body(false)).statusCode()).isEqualTo(500);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void cutsJson(boolean streamed) throws Exception {
        try (Wire wire = Wire.meeting(new Fault.MalformedJson())) {
            HttpResponse<String> response = wire.chat(body(streamed));
            assertThat(response.statusCode()).isEqualTo(200);
            List<String> documents = streamed ? Wire.events(response.body()) : List.of(response.body());
            long broken = documents.stream()
                    .filter(text -> !text.equals("[DONE]"))
                    .filter(text -> !text.endsWith("}"))
                    .count();
            assertThat(broken).isOne();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void breaksTheSchema(boolean streamed) throws Exception {
        try (Wire wire = Wire.meeting(new Fault.SchemaBreaking())) {
            HttpResponse<String> response = wire.chat(body(streamed));
            String first = streamed ? Wire.events(response.body()).getFirst() : response.body();
            JsonNode choices = Wire.json(first).path("choices");
            assertThat(choices.isArray()).isTrue();
            assertThat(choices.size()).isZero();
            assertThat(response.body()).doesNotContain("content");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void startsSlowly(boolean streamed) throws Exception {
        try (Wire wire = Wire.meeting(new Fault.SlowStart(Duration.ofMillis(300)))) {
            wire.chat(body(streamed));
            LedgerEntry line = wire.line(1);
            assertThat(line.times().firstByteMicros() - line.times().receivedMicros())
                    .isGreaterThanOrEqualTo(300_000);
            assertThat(line.usage().outputTokens()).isEqualTo(12);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void truncatesByLength(boolean streamed) throws Exception {
        try (Wire wire = Wire.meeting(new Fault.TruncatedByLength())) {
            HttpResponse<String> response = wire.chat(body(streamed));
            assertThat(response.body()).contains("\"finish_reason\":\"length\"");
            assertThat(wire.line(1).usage().outputTokens()).isEqualTo(6);
            assertThat(response.body()).contains("\"completion_tokens\":6");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void leavesUsageOut(boolean streamed) throws Exception {
        try (Wire wire = Wire.meeting(new Fault.UsageMissing())) {
            HttpResponse<String> response = wire.chat(body(streamed));
            assertThat(response.body()).doesNotContain("usage");
            assertThat(wire.line(1).usage().outputTokens()).isEqualTo(12);
        }
    }

    @Test
    void putsWindowsBeforePlans() throws Exception {
        FaultSchedule faults = new FaultSchedule(
                Map.of("item-1", FaultPlan.of(new Fault.HttpError(500), Step.SERVE)),
                List.of(new FaultWindow("outage", Set.of("sim-fast"), new Fault.HttpError(503))));
        try (Wire wire = new Wire(Wire.scenario(faults, LimitRule.WIDE))) {
            wire.model.enter("outage");
            assertThat(wire.chat(body(false)).statusCode()).isEqualTo(503);
            wire.model.enter("calm");
            assertThat(wire.chat(body(false)).statusCode()).isEqualTo(500);
            assertThat(wire.chat(body(false)).statusCode()).isEqualTo(200);
            assertThat(wire.ledger(3))
                    .extracting(line -> line.request().phase())
                    .containsExactly("outage", "calm", "calm");
        }
    }

    @Test
    void bringsWindowsToEmbeddings() throws Exception {
        FaultSchedule faults =
                new FaultSchedule(Map.of(), List.of(new FaultWindow("outage", Set.of(), new Fault.HttpError(503))));
        String body = "{\"model\":\"sim-embed-small\",\"input\":\"a\"}";
        try (Wire wire = new Wire(Wire.scenario(faults, LimitRule.WIDE))) {
            wire.model.enter("outage");
            assertThat(wire.post("/v1/embeddings", body).statusCode()).isEqualTo(503);
            wire.model.enter("calm");
            assertThat(wire.post("/v1/embeddings", body).statusCode()).isEqualTo(200);
            assertThat(wire.ledger(2)).extracting(line -> line.served().fault()).containsExactly("http-503", "none");
        }
    }

    private static Fault limited(long millis, Fault.HintForm form) {
        return new Fault.RateLimited(Duration.ofMillis(millis), form);
    }

    private static JsonNode error(HttpResponse<String> response) {
        return Wire.json(response.body()).path("error");
    }

    private static String finishReason(HttpResponse<String> response) {
        return Wire.json(response.body())
                .path("choices")
                .path(0)
                .path("finish_reason")
                .asString();
    }
}
