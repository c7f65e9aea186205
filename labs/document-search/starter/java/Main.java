import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * A search and question service over a company's documents. It answers; making the answers right is your task.
 *
 * <p>Only the JDK. Everything the service is told comes from five environment variables. {@code LAB_DATA_DIR} is read-only;
 * models.json in it names the models and what they cost. {@code LAB_STATE_DIR} is a folder that you may write to; it is still
 * there after a restart, and this code does not use it yet.
 */
public class Main {

    record Document(String id, String title, String body, String updatedAt) {}

    record Hit(String id, long score) {}

    /** Ends in /v1. */
    static final String BASE_URL = System.getenv("OPENAI_BASE_URL");

    static final String API_KEY = System.getenv("OPENAI_API_KEY");
    static final String MODEL = "sim-medium";
    static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** In memory only. */
    static final Map<String, Document> DOCUMENTS = new ConcurrentHashMap<>();

    public static void main(String[] args) throws IOException {
        int port = Integer.parseInt(System.getenv("PORT"));
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 128);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/healthz", exchange -> reply(exchange, 200, Map.of()));
        server.createContext("/", Main::handle);
        server.start();
    }

    static void handle(HttpExchange exchange) throws IOException {
        try {
            String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Map<String, Object> request = Json.object(Json.read(text));
            switch (exchange.getRequestURI().getPath()) {
                case "/documents" -> {
                    store(request);
                    reply(exchange, 200, Map.of());
                }
                case "/search" -> {
                    int k = ((Number) request.get("k")).intValue();
                    List<Map<String, Object>> results = search((String) request.get("query"), k).stream()
                            .map(hit -> Map.<String, Object>of("id", hit.id(), "score", hit.score()))
                            .toList();
                    reply(exchange, 200, Map.of("results", results));
                }
                case "/answer" -> reply(exchange, 200, answer(request));
                default -> reply(exchange, 404, Map.of());
            }
        } catch (Exception e) { // too broad: a caller can do nothing with this
            reply(exchange, 503, Map.of("error", String.valueOf(e.getMessage())));
        }
    }

    static void store(Map<String, Object> request) {
        for (Object entry : Json.list(request.get("upsert"))) {
            Map<String, Object> document = Json.object(entry);
            String id = (String) document.get("id");
            DOCUMENTS.put(id, new Document(id, (String) document.get("title"), (String) document.get("body"), (String)
                    document.get("updatedAt")));
        }
        // What should happen to the ids in "delete"?
    }

    static Set<String> words(String text) {
        return new HashSet<>(Arrays.asList(text.toLowerCase().split("[^a-z0-9]+")));
    }

    /** Documents that share the most words with the query. No weights, no notion of length or meaning. */
    static List<Hit> search(String query, int k) {
        Set<String> wanted = words(query);
        return DOCUMENTS.values().stream()
                .map(document -> {
                    Set<String> there = words(document.title() + " " + document.body());
                    return new Hit(
                            document.id(),
                            wanted.stream().filter(there::contains).count());
                })
                .sorted(Comparator.comparing(Hit::score).reversed())
                .limit(k)
                .toList();
    }

    /** Puts the best document into the prompt and hands out what the model says, as if it were always right. */
    static Map<String, Object> answer(Map<String, Object> request) throws IOException, InterruptedException {
        String question = (String) request.get("question");
        String text = search(question, 1).stream()
                .map(hit -> DOCUMENTS.get(hit.id()).body())
                .map(body -> body.substring(0, Math.min(1500, body.length())))
                .collect(Collectors.joining("\n\n"));
        String said = complete(text + "\n\nQuestion: " + question);
        // A citation says which document supports the answer, with a quote that stands in it word for word.
        return Map.of("id", request.get("id"), "answer", said, "citations", List.of(), "abstained", false);
    }

    /** One plain call to the model; returns its answer. What happens when the model is limited or fails? */
    static String complete(String prompt) throws IOException, InterruptedException {
        Map<String, Object> body =
                Map.of("model", MODEL, "messages", List.of(Map.of("role", "user", "content", prompt)));
        HttpRequest request = HttpRequest.newBuilder(URI.create(BASE_URL + "/chat/completions"))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + API_KEY)
                .POST(HttpRequest.BodyPublishers.ofString(Json.write(body)))
                .build();
        HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("the model answered " + response.statusCode());
        }
        Map<String, Object> choice =
                Json.object(Json.list(Json.object(Json.read(response.body())).get("choices"))
                        .getFirst());
        return (String) Json.object(choice.get("message")).get("content");
    }

    static void reply(HttpExchange exchange, int status, Object document) throws IOException {
        byte[] bytes = Json.write(document).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
