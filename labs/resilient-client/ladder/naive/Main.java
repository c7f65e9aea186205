import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every failure is treated alike: wait half a second, try again, up to three more times. */
public class Main {

    static final String MODEL = "sim-medium";
    static final int RETRIES = 3;
    static final long DELAY_MILLIS = 500;
    static final HttpClient CLIENT = HttpClient.newHttpClient();
    static final Pattern STRING = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*+)\"");

    public static void main(String[] args) throws IOException {
        int port = Integer.parseInt(System.getenv("PORT"));
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 256);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/healthz", exchange -> reply(exchange, 200, "{}"));
        server.createContext("/ask", Main::ask);
        server.start();
    }

    static void ask(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String id = field(body, "id");
        String prompt = field(body, "prompt");
        try {
            reply(exchange, 200, "{\"id\":\"" + id + "\",\"answer\":\"" + answer(prompt) + "\"}");
        } catch (Exception e) {
            reply(
                    exchange,
                    503,
                    "{\"id\":\"" + id + "\",\"error\":{\"code\":\"failed\",\"message\":\"model failed\"}}");
        }
    }

    static String answer(String prompt) throws Exception {
        Exception last = null;
        for (int attempt = 0; attempt <= RETRIES; attempt++) {
            if (attempt > 0) {
                Thread.sleep(DELAY_MILLIS);
            }
            try {
                return call(prompt);
            } catch (Exception e) {
                last = e;
            }
        }
        throw last;
    }

    static String call(String prompt) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(System.getenv("OPENAI_BASE_URL") + "/chat/completions"))
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + System.getenv("OPENAI_API_KEY"))
                .POST(HttpRequest.BodyPublishers.ofString("{\"model\":\"" + MODEL
                        + "\",\"messages\":[{\"role\":\"user\",\"content\":\"" + prompt + "\"}]}"))
                .build();
        HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("status " + response.statusCode());
        }
        return field(response.body(), "content");
    }

    /** The text of a JSON string field as it stands in the document, escapes and all, so that it can be passed on. */
    static String field(String json, String name) throws IOException {
        Matcher matcher =
                Pattern.compile("\"" + name + "\"\\s*:\\s*" + STRING.pattern()).matcher(json);
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
