package touchstone.simulator.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import touchstone.simulator.model.Price;

class UpstreamTests {

    private static final String KEY = "sk-host-secret";
    private static final String USAGE = "\"usage\":{\"prompt_tokens\":100,\"completion_tokens\":50,"
            + "\"prompt_tokens_details\":{\"cached_tokens\":40}}";

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final CountDownLatch release = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private HttpHandler handler = exchange -> answer(exchange, 200, "application/json", "{}");
    private HttpServer server;

    UpstreamTests() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void startServer() {
        server.setExecutor(threads);
        server.createContext("/v1/", exchange -> {
            seen.add(exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("authorization") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            handler.handle(exchange);
        });
        server.start();
    }

    @AfterEach
    void stopServer() {
        release.countDown();
        server.stop(0);
        threads.close();
    }

    @Test
    void passesBodyAndStatusOnAndBooksTheUsage() throws Exception {
        handler = exchange -> answer(exchange, 200, "application/json", "{\"id\":\"x\"," + USAGE + "}");
        try (Upstream upstream = upstream(1_000_000, 5_000);
                UpstreamReply reply = upstream.forward(Upstream.Endpoint.CHAT, "{\"model\":\"m\"}")) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            assertThat(reply.writeTo(out)).isEqualTo(new UpstreamUsage(100, 40, 50, false));
            assertThat(reply.status()).isEqualTo(200);
            assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("{\"id\":\"x\"");
            assertThat(reply.headers()).containsOnlyKeys("content-type", "x-request-id");
            assertThat(upstream.spentMicros()).isEqualTo(60 * 10 + 40 * 5 + 50 * 20);
        }
        assertThat(seen).containsExactly("/v1/chat/completions Bearer " + KEY + " {\"model\":\"m\"}");
    }

    @Test
    void passesStreamsThroughAndHidesTheUsageThatNobodyAskedFor() throws Exception {
        String content = "data: {\"choices\":[{\"delta\":{\"content\":\"hi\"}}],\"usage\":null}\n\n";
        handler = exchange -> answer(
                exchange,
                200,
                "text/event-stream",
                content + "data: {\"choices\":[]," + USAGE + "}\n\ndata: [DONE]\n\n");
        try (Upstream upstream = upstream(1_000_000, 5_000)) {
            assertThat(written(upstream, "{\"model\":\"m\",\"stream\":true}")).isEqualTo(content + "data: [DONE]\n\n");
            assertThat(upstream.spentMicros()).isEqualTo(1_800);
            assertThat(written(
                            upstream, "{\"model\":\"m\",\"stream\":true,\"stream_options\":{\"include_usage\":true}}"))
                    .contains("completion_tokens");
        }
        assertThat(seen.getFirst()).contains("\"include_usage\":true");
    }

    @Test
    void refusesOnceTheCapIsReached() throws Exception {
        handler = exchange -> answer(exchange, 200, "application/json", "{" + USAGE + "}");
        try (Upstream upstream = upstream(1_801, 5_000)) {
            written(upstream, "{}");
            written(upstream, "{}");
            assertThat(written(upstream, "{}")).contains("insufficient_quota");
            assertThat(status(upstream, "{}")).isEqualTo(429);
        }
        assertThat(seen).hasSize(2);
    }

    @Test
    void estimatesWhereTheServerSaysNothing() throws Exception {
        handler = exchange -> answer(exchange, 200, "application/json", "{\"text\":\"" + "x".repeat(2_990) + "\"}");
        try (Upstream upstream = upstream(1_000_000, 5_000)) {
            written(upstream, "{}");
            assertThat(upstream.spentMicros()).isGreaterThan(19_000);
        }
    }

    @Test
    void neverShowsTheKey() throws Exception {
        handler = exchange -> answer(exchange, 401, "application/json", "{\"error\":\"bad key " + KEY + "\"}");
        try (Upstream upstream = upstream(1_000_000, 5_000)) {
            assertThat(written(upstream, "{}")).contains("upstream_refused_key").doesNotContain(KEY);
            assertThat(status(upstream, "{}")).isEqualTo(502);
            assertThat(upstream.spentMicros()).isZero();
        }
        assertThat(settings(1, 5_000).toString()).doesNotContain(KEY);
    }

    @Test
    void passesErrorsOnWithoutCost() throws Exception {
        handler = exchange -> answer(exchange, 503, "application/json", "{\"error\":{}}");
        try (Upstream upstream = upstream(1_000_000, 5_000)) {
            assertThat(status(upstream, "{}")).isEqualTo(503);
            assertThat(status(upstream, "not json")).isEqualTo(400);
            assertThat(upstream.spentMicros()).isZero();
        }
    }

    @Test
    void givesUpOnAServerThatDoesNotAnswerOrNeverEnds() throws Exception {
        handler = exchange -> await();
        try (Upstream upstream = upstream(1_000_000, 300)) {
            assertThat(status(upstream, "{}")).isEqualTo(504);
        }
        handler = exchange -> {
            exchange.getResponseHeaders().set("content-type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("data: {}\n\n".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            await();
        };
        try (Upstream upstream = new Upstream(new UpstreamSettings(
                        base(),
                        KEY,
                        1_000_000,
                        model -> new Price(1, 1, 1),
                        Duration.ofSeconds(60),
                        Duration.ofMillis(500)));
                UpstreamReply reply = upstream.forward(Upstream.Endpoint.CHAT, "{\"stream\":true}")) {
            assertThatThrownBy(() -> reply.writeTo(new ByteArrayOutputStream())).isInstanceOf(IOException.class);
        }
    }

    @Test
    void saysWhenNobodyListens() throws Exception {
        URI closed = base();
        server.stop(0);
        try (Upstream upstream = new Upstream(new UpstreamSettings(
                closed, KEY, 1, model -> new Price(1, 1, 1), Duration.ofSeconds(5), Duration.ofSeconds(5)))) {
            assertThat(status(upstream, "{}")).isEqualTo(502);
        }
    }

    @Test
    void refusesSettingsWithoutCapOrWithAStrangeAddress() {
        assertThatIllegalArgumentException().isThrownBy(() -> settings(0, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UpstreamSettings(
                        URI.create("file:///x"), KEY, 1, model -> new Price(1, 1, 1), Duration.ZERO, Duration.ZERO));
    }

    private void await() {
        try {
            release.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("content-type", type);
        exchange.getResponseHeaders().set("x-request-id", "r1");
        exchange.getResponseHeaders().set("set-cookie", "a=b");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String written(Upstream upstream, String body) throws Exception {
        try (UpstreamReply reply = upstream.forward(Upstream.Endpoint.CHAT, body)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            reply.writeTo(out);
            return out.toString(StandardCharsets.UTF_8);
        }
    }

    private static int status(Upstream upstream, String body) throws Exception {
        try (UpstreamReply reply = upstream.forward(Upstream.Endpoint.CHAT, body)) {
            return reply.status();
        }
    }

    private URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1/");
    }

    private Upstream upstream(long cap, int firstByteMillis) {
        return new Upstream(settings(cap, firstByteMillis));
    }

    private UpstreamSettings settings(long cap, int firstByteMillis) {
        return new UpstreamSettings(
                base(),
                KEY,
                cap,
                model -> new Price(10_000, 5_000, 20_000),
                Duration.ofMillis(firstByteMillis),
                Duration.ofSeconds(60));
    }
}
