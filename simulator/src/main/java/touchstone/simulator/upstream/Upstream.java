package touchstone.simulator.upstream;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Forwards calls to a real OpenAI-compatible server with the host's key. Safe for many threads.
 *
 * <p>Nothing of the client's headers is sent on, and redirects are not followed, so that the key stays with the server it is
 * for. Streams are asked for their usage even if the client did not; that extra chunk is then kept from the client. What goes
 * wrong on the way is an answer too: 400 not JSON, 429 {@code insufficient_quota} when the cap is reached, 502 no
 * connection or key refused, 504 no headers in time.
 */
public final class Upstream implements AutoCloseable {

    /** What can be forwarded. */
    public enum Endpoint {
        CHAT("/chat/completions"),
        EMBEDDINGS("/embeddings");

        private final String path;

        Endpoint(String path) {
            this.path = path;
        }

        String path() {
            return path;
        }
    }

    private static final List<String> PASSED_HEADERS =
            List.of("content-type", "retry-after", "retry-after-ms", "x-request-id");
    private static final JsonMapper JSON = new JsonMapper();

    private final UpstreamSettings settings;
    private final HttpClient client;
    private final AtomicLong spent = new AtomicLong();

    public Upstream(UpstreamSettings settings) {
        this.settings = settings;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.firstByteTimeout())
                .build();
    }

    /** Micro-units spent so far. */
    public long spentMicros() {
        return spent.get();
    }

    /**
     * Sends a request body on and waits for the response's headers. The caller writes the answer out and closes it.
     *
     * @throws InterruptedException when the thread is interrupted while it waits
     */
    public UpstreamReply forward(Endpoint endpoint, String body) throws InterruptedException {
        if (spent.get() >= settings.spendCapMicros()) {
            return refusal(429, "insufficient_quota", "the spend cap of the upstream is reached");
        }
        ObjectNode request;
        try {
            if (!(JSON.readTree(body) instanceof ObjectNode object)) {
                return refusal(400, "invalid_request_error", "the body must be a JSON object");
            }
            request = object;
        } catch (JacksonException notJson) {
            return refusal(400, "invalid_request_error", "the body is not JSON");
        }
        boolean usageAdded = endpoint == Endpoint.CHAT && addUsage(request);
        String sent = request.toString();
        HttpRequest call = HttpRequest.newBuilder(settings.address(endpoint))
                .timeout(settings.firstByteTimeout())
                .header("content-type", "application/json")
                .header("authorization", "Bearer " + settings.apiKey())
                .POST(HttpRequest.BodyPublishers.ofString(sent))
                .build();
        try {
            HttpResponse<InputStream> response = client.send(call, HttpResponse.BodyHandlers.ofInputStream());
            return reply(response, request.path("model").asString(""), sent.length(), usageAdded);
        } catch (HttpTimeoutException late) {
            return refusal(504, "upstream_timeout", "the upstream did not answer in time");
        } catch (IOException wrong) {
            return refusal(502, "upstream_unreachable", "the upstream cannot be reached");
        }
    }

    private UpstreamReply reply(HttpResponse<InputStream> response, String model, int sent, boolean usageAdded)
            throws IOException {
        int status = response.statusCode();
        if (status == 401 || status == 403) {
            response.body().close();
            return refusal(502, "upstream_refused_key", "the upstream refused the host's key");
        }
        boolean paid = status >= 200 && status < 300;
        return new UpstreamReply(
                status,
                passed(response.headers()),
                response.body(),
                settings.totalTimeout(),
                usageAdded,
                (usage, received) -> {
                    UpstreamUsage counted =
                            usage.orElseGet(() -> UpstreamUsage.estimated(paid ? sent : 0, paid ? received : 0));
                    spent.addAndGet(settings.prices()
                            .apply(model)
                            .of(counted.inputTokens(), counted.cachedInputTokens(), counted.outputTokens()));
                    return counted;
                });
    }

    /** Asks a stream for its usage; false when the client did so itself or wants no stream. */
    private static boolean addUsage(ObjectNode request) {
        JsonNode options = request.path("stream_options");
        if (!request.path("stream").asBoolean(false)
                || options.path("include_usage").asBoolean(false)) {
            return false;
        }
        ObjectNode changed = options instanceof ObjectNode given ? given : request.putObject("stream_options");
        changed.put("include_usage", true);
        return true;
    }

    private static Map<String, String> passed(HttpHeaders headers) {
        Map<String, String> passed = new TreeMap<>();
        headers.map().forEach((name, values) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (PASSED_HEADERS.contains(lower) || lower.startsWith("x-ratelimit-")) {
                passed.put(lower, values.getFirst());
            }
        });
        return passed;
    }

    private UpstreamReply refusal(int status, String code, String message) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("error")
                .put("message", message)
                .put("type", code)
                .putNull("param")
                .put("code", code);
        InputStream bytes = new ByteArrayInputStream(body.toString().getBytes(StandardCharsets.UTF_8));
        return new UpstreamReply(
                status,
                Map.of("content-type", "application/json"),
                bytes,
                settings.totalTimeout(),
                false,
                (usage, received) -> new UpstreamUsage(0, 0, 0, false));
    }

    /** Ends the client; calls under way are cut off. */
    @Override
    public void close() {
        client.shutdownNow();
    }
}
