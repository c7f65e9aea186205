package touchstone.simulator.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A second server on loopback that stands for the real one, and notes what reached it. */
final class RealServer implements AutoCloseable {

    static final String KEY = "sk-host-secret";
    static final String USAGE = "\"usage\":{\"prompt_tokens\":100,\"completion_tokens\":50,"
            + "\"prompt_tokens_details\":{\"cached_tokens\":40}}";
    static final String COMPLETION = "{\"id\":\"x\",\"choices\":[{\"index\":0,\"finish_reason\":\"stop\","
            + "\"message\":{\"role\":\"assistant\",\"content\":\"one two \"}}]," + USAGE + "}";

    final List<String> seen = new CopyOnWriteArrayList<>();
    final CountDownLatch broken = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    RealServer(HttpHandler handler) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/v1/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            seen.add(exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("authorization") + " " + body);
            handler.handle(exchange);
        });
        server.start();
    }

    /** Answers streams with six words, and all else with a completion. */
    static RealServer usual() throws IOException {
        RealServer[] self = new RealServer[1];
        self[0] = new RealServer(exchange -> {
            boolean streamed = self[0].seen.getLast().contains("\"stream\":true");
            answer(exchange, 200, streamed ? "text/event-stream" : "application/json", streamed ? words() : COMPLETION);
        });
        return self[0];
    }

    /** A server that begins a stream and then says a word now and then until the other side leaves. */
    static RealServer endless() throws IOException {
        RealServer[] self = new RealServer[1];
        self[0] = new RealServer(exchange -> {
            exchange.getResponseHeaders().set("content-type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            try {
                while (!self[0].release.await(20, TimeUnit.MILLISECONDS)) {
                    exchange.getResponseBody().write(word("more ").getBytes(UTF_8));
                    exchange.getResponseBody().flush();
                }
            } catch (IOException left) {
                self[0].broken.countDown();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        return self[0];
    }

    static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        exchange.getResponseHeaders().set("content-type", type);
        exchange.getResponseHeaders().set("retry-after", "3");
        exchange.sendResponseHeaders(status, body.getBytes(UTF_8).length);
        exchange.getResponseBody().write(body.getBytes(UTF_8));
        exchange.close();
    }

    static String word(String word) {
        return "data: {\"id\":\"x\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + word
                + "\"},\"finish_reason\":null}],\"usage\":null}\n\n";
    }

    private static String words() {
        return word("one ") + word("two ") + word("three ") + word("four ") + word("five ") + word("six ")
                + "data: {\"id\":\"x\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n"
                + "data: {\"id\":\"x\",\"choices\":[]," + USAGE + "}\n\ndata: [DONE]\n\n";
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
    }

    @Override
    public void close() {
        release.countDown();
        server.stop(0);
        threads.close();
    }
}
