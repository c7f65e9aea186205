package touchstone.simulator.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Passes the events of a real server's stream on, one for each flush, and does to them what the script says. Nobody knows
 * how long such a stream will be, so it is cut after {@value #PASSED} events that carry something, or before its last one.
 */
final class CutStream extends OutputStream {

    private static final int PASSED = 3;
    private static final String DATA = "data:";

    private final OutputStream out;
    private final Script.Deliver script;
    private final ByteArrayOutputStream event = new ByteArrayOutputStream();
    private int carried;
    private boolean cut;
    private boolean spoilt;

    CutStream(OutputStream out, Script.Deliver script) {
        this.out = out;
        this.script = script;
    }

    /** Whether the stream was ended here, before the server ended it. */
    boolean isCut() {
        return cut;
    }

    @Override
    public void write(int one) {
        event.write(one);
    }

    @Override
    public void write(byte[] bytes, int from, int count) {
        event.write(bytes, from, count);
    }

    /** @throws IOException when the client left, or when the stream is cut here */
    @Override
    public void flush() throws IOException {
        byte[] whole = event.toByteArray();
        event.reset();
        if (whole.length == 0) {
            return;
        }
        Optional<ObjectNode> chunk = chunk(new String(whole, UTF_8).strip());
        boolean last = chunk.isEmpty() ? isDone(whole) : Cuts.finishes(chunk.get());
        boolean now = last || carried >= PASSED;
        carried += chunk.filter(Cuts::carries).isPresent() ? 1 : 0;
        switch (script.ending()) {
            case WHOLE -> out.write(script.usage() ? whole : withoutUsage(whole, chunk));
            case CUT_JSON -> out.write(now && !spoilt && chunk.isPresent() ? spoil(whole) : whole);
            case BROKEN_SCHEMA -> end(chunk.map(CutStream::withoutChoices).orElse(""), true);
            case LENGTH ->
                pass(
                        whole,
                        now && chunk.isPresent(),
                        chunk.map(CutStream::atLength).orElse(""),
                        true);
            case CLEAN, STALL -> pass(whole, now, "", false);
            case ERROR_EVENT ->
                pass(whole, now, new String(Rendering.errorEvent(ApiError.ofStatus(500)), UTF_8), false);
        }
    }

    private void pass(byte[] whole, boolean now, String instead, boolean done) throws IOException {
        if (now) {
            end(instead, done);
        } else {
            out.write(whole);
        }
    }

    private void end(String last, boolean done) throws IOException {
        cut = true;
        byte[] bytes = last.getBytes(UTF_8);
        byte[] tail = Arrays.copyOf(bytes, bytes.length + (done ? Rendering.done().length : 0));
        if (done) {
            System.arraycopy(Rendering.done(), 0, tail, bytes.length, Rendering.done().length);
        }
        if (tail.length > 0) {
            out.write(tail);
        }
        throw new IOException("the stream was cut");
    }

    private byte[] spoil(byte[] whole) {
        spoilt = true;
        byte[] half = Arrays.copyOf(whole, whole.length / 2 + 2);
        half[half.length - 2] = '\n';
        half[half.length - 1] = '\n';
        return half;
    }

    private static byte[] withoutUsage(byte[] whole, Optional<ObjectNode> chunk) {
        if (chunk.isEmpty() || !chunk.get().has("usage")) {
            return whole;
        }
        ObjectNode changed = chunk.get();
        changed.remove("usage");
        return changed.path("choices").isEmpty() ? new byte[0] : text(changed).getBytes(UTF_8);
    }

    private static String withoutChoices(ObjectNode chunk) {
        chunk.putArray("choices");
        return text(chunk);
    }

    /** A chunk that says nothing but that the longest length was reached. */
    private static String atLength(ObjectNode chunk) {
        chunk.remove("usage");
        ObjectNode choice = chunk.putArray("choices").addObject();
        choice.put("index", 0).put("finish_reason", "length").putObject("delta");
        return text(chunk);
    }

    private static String text(ObjectNode chunk) {
        return DATA + " " + chunk + "\n\n";
    }

    private static boolean isDone(byte[] whole) {
        return new String(whole, UTF_8).contains("[DONE]");
    }

    private static Optional<ObjectNode> chunk(String text) {
        if (!text.startsWith(DATA)) {
            return Optional.empty();
        }
        try {
            JsonNode node = JsonMapper.shared().readTree(text.substring(DATA.length()));
            return node instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }
}
