package touchstone.simulator.wire;

import io.helidon.http.DirectHandler.EventType;
import io.helidon.http.DirectHandler.TransportRequest;
import io.helidon.http.DirectHandler.TransportResponse;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Optional;
import java.util.regex.Pattern;
import touchstone.simulator.behaviour.Behaviour;

/** The endpoints, and the answers to requests that belong to none. */
record Routes(Desk desk, ChatCalls chat, EmbeddingCalls embeddings, ModerationCalls moderations, ModelCalls models) {

    private static final Pattern KNOWN =
            Pattern.compile("/v1/(chat/completions|embeddings|moderations|models|models/[^/]+)");

    Routes(Desk desk, Behaviour behaviour, Answers answers) {
        this(
                desk,
                new ChatCalls(desk, behaviour, answers),
                new EmbeddingCalls(desk, behaviour, answers),
                new ModerationCalls(desk, behaviour),
                new ModelCalls(desk, answers));
    }

    /** A path that is unknown, or a method that its path does not take. */
    void nowhere(ServerRequest http, ServerResponse response) {
        Call call = desk.begin("unknown", http);
        Optional<byte[]> body = Body.read(http);
        String method = http.prologue().method().text();
        String path = http.path().rawPath();
        ApiError error = body.isEmpty()
                ? ApiError.tooBig(Body.MOST_BYTES)
                : KNOWN.matcher(path).matches() ? ApiError.noMethod(method, path) : ApiError.noPath(method, path);
        desk.refuse(call, response, error);
    }

    /** What is not even readable as HTTP, or failed inside the server. */
    static TransportResponse unreadable(
            TransportRequest request, EventType type, Status status, ServerResponseHeaders headers, String message) {
        ApiError error = status.code() >= 500
                ? ApiError.ofStatus(status.code())
                : new ApiError(status.code(), "invalid_request_error", null, null, "The HTTP request is not valid.");
        return TransportResponse.builder()
                .status(status)
                .headers(headers)
                .header(HeaderNames.CONTENT_TYPE, "application/json")
                .entity(error.json())
                .keepAlive(false)
                .build();
    }
}
