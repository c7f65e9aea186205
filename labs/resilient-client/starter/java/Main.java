import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A service that answers prompts through a model. It works while nothing goes wrong; making it hold is your task.
 *
 * <p>Only the JDK. Everything the service is told comes from five environment variables. {@code LAB_STATE_DIR} is a folder
 * that you may write to.
 */
public class Main {

    /** Ends in /v1. */
    static final String BASE_URL = System.getenv("OPENAI_BASE_URL");

    static final String API_KEY = System.getenv("OPENAI_API_KEY");
    static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** models.json in the read-only LAB_DATA_DIR names the models, what they cost and what they are good for. */
    static String primary;

    public static void main(String[] args) throws IOException {
        primary = field(Files.readString(Path.of(System.getenv("LAB_DATA_DIR"), "models.json")), "primary");
        int port = Integer.parseInt(System.getenv("PORT"));
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 128);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/healthz", exchange -> reply(exchange, 200, "{}"));
        server.createContext("/ask", Main::handle);
        server.start();
    }

    /** One caller. */
    static void handle(HttpExchange exchange) throws IOException {
        String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String id = field(request, "id");
        try {
            // "deadlineMs" is how long this caller waits; nothing is done with it yet.
            String answer = complete(primary, field(request, "prompt"));
            reply(exchange, 200, "{\"id\":\"" + id + "\",\"answer\":\"" + answer + "\"}");
        } catch (Exception e) { // too broad: say what went wrong, in words that help the caller
            reply(exchange, 503, "{\"id\":\"" + id + "\",\"error\":{\"code\":\"failed\",\"message\":\"no answer\"}}");
        }
    }

    /**
     * One plain call to the model; returns its answer.
     *
     * <p>What can happen here that this code does not handle? Look at the brief: statuses, headers, silence, responses that
     * say 200 and hold no complete answer.
     */
    static String complete(String model, String prompt) throws IOException, InterruptedException {
        String body = "{\"model\":\"" + model + "\",\"messages\":[{\"role\":\"user\",\"content\":\"" + prompt + "\"}]}";
        HttpRequest request = HttpRequest.newBuilder(URI.create(BASE_URL + "/chat/completions"))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + API_KEY)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("the model answered " + response.statusCode());
        }
        return field(response.body(), "content");
    }

    /**
     * The first string field of this name, escapes and all, so that it can be put into other JSON as it is. Enough to start
     * with; a small reader of your own, or one vendored into this folder, will serve you better.
     */
    static String field(String json, String name) throws IOException {
        Matcher matcher = Pattern.compile("\"" + name + "\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*+)\"")
                .matcher(json);
        if (!matcher.find()) {
            throw new IOException("no " + name);
        }
        return matcher.group(1);
    }

    static void reply(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
