package touchstone.simulator.upstream;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The answer of an upstream: status and headers at once, the body while it comes. Used by one thread; must be closed. Where
 * the host's key stands in a body, stars are written in its place.
 */
public final class UpstreamReply implements AutoCloseable {

    private static final int MOST_BYTES = 64 << 20;
    private static final JsonMapper JSON = new JsonMapper();

    /** Books what a call cost, once. */
    interface Booking {
        UpstreamUsage book(Optional<UpstreamUsage> reported, long receivedBytes);
    }

    private final int status;
    private final Map<String, String> headers;
    private final InputStream body;
    private final Duration totalTimeout;
    private final boolean hideUsage;
    private final String secret;
    private final Booking booking;
    private Optional<UpstreamUsage> reported = Optional.empty();
    private Optional<UpstreamUsage> booked = Optional.empty();
    private long received;

    UpstreamReply(
            int status,
            Map<String, String> headers,
            InputStream body,
            Duration totalTimeout,
            boolean hideUsage,
            String secret,
            Booking booking) {
        this.status = status;
        this.headers = Map.copyOf(headers);
        this.body = body;
        this.totalTimeout = totalTimeout;
        this.hideUsage = hideUsage;
        this.secret = secret;
        this.booking = booking;
    }

    /** The same answer with another booking; this one must not be used any more. */
    UpstreamReply booking(Booking other) {
        return new UpstreamReply(status, headers, body, totalTimeout, hideUsage, secret, other);
    }

    public int status() {
        return status;
    }

    /** Headers to pass on, names in lower case. */
    public Map<String, String> headers() {
        return headers;
    }

    public boolean isStream() {
        return headers.getOrDefault("content-type", "").startsWith("text/event-stream");
    }

    /**
     * Writes the body out, a stream line by line with a flush after each event, and books its cost.
     *
     * @return the tokens that were booked
     * @throws IOException when either side fails, or the whole takes longer than the total timeout; the cost is booked then too
     */
    public UpstreamUsage writeTo(OutputStream out) throws IOException {
        CompletableFuture<Void> deadline =
                new CompletableFuture<Void>().completeOnTimeout(null, totalTimeout.toMillis(), TimeUnit.MILLISECONDS);
        CompletableFuture<Void> cutting = deadline.thenRun(this::cut);
        try (InputStream in = new BufferedInputStream(body)) {
            if (isStream()) {
                passLines(in, out);
            } else {
                passWhole(in, out);
            }
        } finally {
            cutting.cancel(false);
            deadline.cancel(false);
            book();
        }
        return book();
    }

    private void passLines(InputStream in, OutputStream out) throws IOException {
        boolean hidden = false;
        for (byte[] line = line(in); line.length > 0; line = line(in)) {
            received += line.length;
            String text = new String(line, StandardCharsets.UTF_8).strip();
            if (hidden && text.isEmpty()) {
                hidden = false;
                continue;
            }
            hidden = text.startsWith("data:")
                    && isUsageOnly(text.substring("data:".length()).strip())
                    && hideUsage;
            if (!hidden) {
                out.write(withoutSecret(line));
                if (text.isEmpty()) {
                    out.flush();
                }
            }
        }
        out.flush();
    }

    private void passWhole(InputStream in, OutputStream out) throws IOException {
        byte[] whole = in.readNBytes(MOST_BYTES);
        received += whole.length;
        json(new String(whole, StandardCharsets.UTF_8))
                .flatMap(UpstreamUsage::in)
                .ifPresent(this::report);
        out.write(withoutSecret(whole));
        out.flush();
    }

    private byte[] withoutSecret(byte[] text) {
        String shown = new String(text, StandardCharsets.ISO_8859_1);
        return shown.contains(secret) ? shown.replace(secret, "***").getBytes(StandardCharsets.ISO_8859_1) : text;
    }

    /** Notes the usage of a chunk; true when the chunk carries nothing else. */
    private boolean isUsageOnly(String data) {
        Optional<JsonNode> chunk = data.contains("\"usage\"") ? json(data) : Optional.empty();
        chunk.flatMap(UpstreamUsage::in).ifPresent(this::report);
        return chunk.filter(node ->
                        node.path("usage").isObject() && node.path("choices").isEmpty())
                .isPresent();
    }

    private void report(UpstreamUsage usage) {
        reported = Optional.of(usage);
    }

    /** The tokens that were booked; without {@link #writeTo} before, an estimate. */
    public UpstreamUsage booked() {
        return book();
    }

    private UpstreamUsage book() {
        UpstreamUsage usage = booked.orElseGet(() -> booking.book(reported, received));
        booked = Optional.of(usage);
        return usage;
    }

    /** A line with its end; empty at the end of the stream. */
    private static byte[] line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            line.write(next);
            if (next == '\n') {
                break;
            }
            if (line.size() > MOST_BYTES) {
                throw new IOException("a line of the upstream's stream is too long");
            }
        }
        return line.toByteArray();
    }

    private static Optional<JsonNode> json(String text) {
        try {
            return Optional.of(JSON.readTree(text));
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    private void cut() {
        try {
            body.close();
        } catch (IOException alreadyGone) {
            // The reader finds the same and says so.
        }
    }

    /** Lets the connection go; a body that was not written out is booked by estimate. */
    @Override
    public void close() {
        cut();
        book();
    }
}
