import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/** Document search with answers: see the guide docs/guides/rag-reference.md for what was chosen and why. */
public final class Main {

    private final Corpus corpus;
    private final Retriever retriever;
    private final Answerer answerer;

    private Main(Path state) throws IOException {
        Models models = new Models();
        corpus = new Corpus(state, models);
        retriever = new Retriever(corpus);
        answerer = new Answerer(corpus, retriever, models);
    }

    public static void main(String[] args) throws IOException {
        Main main = new Main(Path.of(System.getenv("LAB_STATE_DIR")));
        int port = Integer.parseInt(System.getenv("PORT"));
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 256);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/healthz", exchange -> reply(exchange, 200, Map.of()));
        server.createContext("/", main::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try {
            String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Map<String, Object> request = Json.object(Json.read(text));
            switch (exchange.getRequestURI().getPath()) {
                case "/documents" -> {
                    corpus.apply(request);
                    reply(exchange, 200, Map.of());
                }
                case "/search" -> reply(exchange, 200, Map.of("results", search(request)));
                case "/answer" -> reply(exchange, 200, answer(request));
                default -> reply(exchange, 404, Map.of("error", "no such path"));
            }
        } catch (IllegalArgumentException | ClassCastException | NullPointerException wrong) {
            reply(exchange, 400, Map.of("error", "the request cannot be read"));
        } catch (IOException | InterruptedException | RuntimeException failed) {
            failed.printStackTrace();
            reply(exchange, 500, Map.of("error", "the service failed"));
        }
    }

    private List<Map<String, Object>> search(Map<String, Object> request) throws IOException, InterruptedException {
        int k = ((Number) request.get("k")).intValue();
        return retriever.documents((String) request.get("query"), k).stream()
                .map(found -> Map.<String, Object>of("id", found.document(), "score", found.score()))
                .toList();
    }

    private Map<String, Object> answer(Map<String, Object> request) throws IOException, InterruptedException {
        int deadline = ((Number) request.get("deadlineMs")).intValue();
        Answerer.Answer answer = answerer.answer((String) request.get("question"), deadline);
        Map<String, Object> reply = new LinkedHashMap<>();
        reply.put("id", request.get("id"));
        reply.put("answer", answer.text());
        reply.put("citations", answer.citations().stream().map(Answerer.Citation::toJson).toList());
        reply.put("abstained", answer.abstained());
        return reply;
    }

    private static void reply(HttpExchange exchange, int status, Object document) throws IOException {
        byte[] bytes = Json.write(document).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
