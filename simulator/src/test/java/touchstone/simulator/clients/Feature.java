package touchstone.simulator.clients;

import java.util.Arrays;
import java.util.Locale;

/** What every client must be able to do with the simulated model: a row of the table. */
enum Feature {
    PLAIN_CHAT("plain chat"),
    STREAMED_CHAT("streamed chat"),
    USAGE_IN_STREAM("usage in the stream (`include_usage`)"),
    TOOL_ROUND_TRIP("tool call, result, answer"),
    STREAMED_TOOL_CALL("streamed tool call"),
    JSON_SCHEMA("answer in a strict JSON schema"),
    EMBEDDINGS_DEFAULT("embeddings, encoding left to the client"),
    EMBEDDINGS_FLOAT("embeddings, `float` asked for"),
    EMBEDDINGS_BASE64("embeddings, `base64` asked for"),
    MODELS("list of models"),
    MODERATIONS("moderation"),
    BAD_REQUEST("400, prompt over the window"),
    UNAUTHORIZED("401, wrong key"),
    NOT_FOUND("404, unknown model"),
    RATE_LIMITED("429, rate limit"),
    SERVER_ERROR("500"),
    TIMEOUT("silence, the client's timeout strikes"),
    CONNECTION_RESET("connection reset before any byte"),
    MALFORMED_JSON("200 with a body that is not JSON"),
    ERROR_EVENT("error event inside a 200 stream"),
    ABORT("client leaves in the middle of a stream"),
    RETRY("429 with `retry-after-ms`, retries switched on"),
    CLEAN_END("stream ends early and cleanly, without `[DONE]`");

    final String title;

    Feature(String title) {
        this.title = title;
    }

    /** Its name in the clients' programs; also the item, and the marker in prompts, that brings its fault. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Feature of(String id) {
        return Arrays.stream(values())
                .filter(feature -> feature.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such feature: " + id));
    }
}
