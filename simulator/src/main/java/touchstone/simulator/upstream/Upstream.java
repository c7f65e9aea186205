package touchstone.simulator.upstream;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
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
import touchstone.simulator.model.Price;

/**
 * Forwards calls to a real OpenAI-compatible server with the host's key. Safe for many threads.
 *
 * <p>Nothing of the client's headers is sent on, and redirects are not followed, so that the key stays with the server it is
 * for. Streams are asked for their usage even if the client did not; that extra chunk is then kept from the client. What goes
 * wrong on the way is an answer too: 400 not JSON, 429 {@code insufficient_quota} when the cap is reached, 502 no
 * connection or key refused, 504 no headers in time. The server may charge for a call that was given up before its headers
 * came, so such a call is booked too: its characters, and as output the limit that it names or {@value #UNLIMITED_OUTPUT}
 * tokens.
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

    /** Status of the reply to a call whose thread was interrupted while it waited: nobody is there to read it. */
    public static final int GIVEN_UP = 499;

    private static final int UNLIMITED_OUTPUT = 4_096;
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
     * An interrupt while it waits ends the call with {@link #GIVEN_UP} and stays set.
     */
    public UpstreamReply forward(Endpoint endpoint, String body) {
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
            return reply(response, request, sent.length(), usageAdded);
        } catch (ConnectException | HttpConnectTimeoutException nobody) {
            return refusal(502, "upstream_unreachable", "the upstream cannot be reached");
        } catch (HttpTimeoutException late) {
            return charged(endpoint, request, refusal(504, "upstream_timeout", "the upstream did not answer in time"));
        } catch (IOException wrong) {
            return charged(endpoint, request, refusal(502, "upstream_broken", "the upstream broke the call off"));
        } catch (InterruptedException left) {
            Thread.currentThread().interrupt();
            return charged(endpoint, request, refusal(GIVEN_UP, "given_up", "the call was given up"));
        }
    }

    /** The same reply, booked as if the server had done all that it was asked for. */
    private UpstreamReply charged(Endpoint endpoint, ObjectNode request, UpstreamReply reply) {
        JsonNode limit = request.path("max_completion_tokens").isInt()
                ? request.path("max_completion_tokens")
                : request.path("max_tokens");
        int output = endpoint == Endpoint.EMBEDDINGS ? 0 : Math.max(0, limit.asInt(UNLIMITED_OUTPUT));
        int input = UpstreamUsage.estimated(request.toString().length(), 0).inputTokens();
        return reply.booking((usage, received) -> spend(request, new UpstreamUsage(input, 0, output, true)));
    }

    private UpstreamUsage spend(ObjectNode request, UpstreamUsage usage) {
        Price price = settings.prices().apply(request.path("model").asString(""));
        spent.addAndGet(price.of(usage.inputTokens(), usage.cachedInputTokens(), usage.outputTokens()));
        return usage;
    }

    private UpstreamReply reply(HttpResponse<InputStream> response, ObjectNode request, int sent, boolean usageAdded)
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
                settings.apiKey(),
                (usage, received) -> spend(
                        request, usage.orElseGet(() -> UpstreamUsage.estimated(paid ? sent : 0, paid ? received : 0))));
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
                settings.apiKey(),
                (usage, received) -> new UpstreamUsage(0, 0, 0, false));
    }

    /** Ends the client; calls under way are cut off. */
    @Override
    public void close() {
        client.shutdownNow();
    }
}
