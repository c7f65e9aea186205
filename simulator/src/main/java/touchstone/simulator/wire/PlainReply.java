package touchstone.simulator.wire;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.ServerResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import touchstone.simulator.upstream.Upstream;
import touchstone.simulator.upstream.UpstreamReply;
import touchstone.simulator.upstream.UpstreamUsage;

/** A whole answer of a real server. */
record PlainReply(UpstreamReply reply, ByteArrayOutputStream body, UpstreamUsage usage) {

    private static final List<HeaderName> HINTS =
            List.of(HeaderNames.create("retry-after"), HeaderNames.create("retry-after-ms"));

    /** Reads the answer to its end and notes in the call who gave it. A body that breaks off is an empty one. */
    static PlainReply read(Call call, UpstreamReply reply) {
        call.family = "upstream";
        call.recognised = true;
        if (!succeeded(reply) && reply.status() != Upstream.GIVEN_UP) {
            call.fault = "upstream-error";
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try {
            return new PlainReply(reply, body, reply.writeTo(body));
        } catch (IOException broken) {
            return new PlainReply(reply, new ByteArrayOutputStream(), reply.booked());
        }
    }

    static boolean succeeded(UpstreamReply reply) {
        return reply.status() >= 200 && reply.status() < 300;
    }

    /** Sends the answer as it is, and gives its tokens; a body that broke off becomes a 502. */
    UpstreamUsage send(Desk desk, Call call, ServerResponse response) {
        if (body.size() == 0 && succeeded(reply)) {
            call.fault = "upstream-error";
            desk.send(call, response, 502, ApiError.ofStatus(502).json());
        } else {
            send(desk, call, response, body.toByteArray());
        }
        return usage;
    }

    /** Sends another body in its place. */
    void send(Desk desk, Call call, ServerResponse response, byte[] shown) {
        for (HeaderName hint : HINTS) {
            String wait = reply.headers().get(hint.lowerCase());
            if (wait != null) {
                response.header(hint, wait);
                call.retryAfterMicros = micros(wait, hint.lowerCase().endsWith("-ms") ? 1_000 : 1_000_000);
            }
        }
        String type = reply.headers().getOrDefault("content-type", "application/json");
        desk.send(call, response, reply.status(), HeaderValues.create("content-type", type), shown);
    }

    /** -1 for a date. */
    private static long micros(String wait, long unit) {
        return wait.matches("\\d{1,9}") ? Long.parseLong(wait) * unit : -1;
    }
}
