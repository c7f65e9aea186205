package touchstone.simulator.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What faults make of a completion that a real server gave. A body that is not a JSON object stays as it is. */
final class Cuts {

    private Cuts() {}

    static byte[] plain(byte[] body, Script.Deliver script) {
        return switch (script.ending()) {
            case CUT_JSON -> Arrays.copyOf(body, body.length / 2);
            case WHOLE -> script.usage() ? body : changed(body, Script.Ending.WHOLE);
            case LENGTH, CLEAN, STALL, ERROR_EVENT, BROKEN_SCHEMA -> changed(body, script.ending());
        };
    }

    /** Whether a chunk is the one that says why the answer ends. */
    static boolean finishes(JsonNode chunk) {
        return chunk.path("choices").path(0).path("finish_reason").isString();
    }

    /** Whether a chunk carries a part of the answer. */
    static boolean carries(JsonNode chunk) {
        JsonNode delta = chunk.path("choices").path(0).path("delta");
        return !delta.path("content").asString("").isEmpty()
                || !delta.path("tool_calls").isEmpty();
    }

    private static byte[] changed(byte[] body, Script.Ending ending) {
        ObjectNode completion;
        try {
            if (!(JsonMapper.shared().readTree(body) instanceof ObjectNode object)) {
                return body;
            }
            completion = object;
        } catch (JacksonException notJson) {
            return body;
        }
        switch (ending) {
            case WHOLE -> completion.remove("usage");
            case BROKEN_SCHEMA -> completion.putArray("choices");
            case LENGTH, CLEAN, STALL, ERROR_EVENT, CUT_JSON -> shorten(completion);
        }
        return completion.toString().getBytes(UTF_8);
    }

    private static void shorten(ObjectNode completion) {
        if (!(completion.path("choices").path(0) instanceof ObjectNode choice)) {
            return;
        }
        choice.put("finish_reason", "length");
        halve(choice.path("message"), "content");
        for (JsonNode call : choice.path("message").path("tool_calls").values()) {
            halve(call.path("function"), "arguments");
        }
    }

    private static void halve(JsonNode holder, String field) {
        if (holder instanceof ObjectNode object && object.path(field).isString()) {
            String text = object.path(field).stringValue();
            object.put(field, text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, text.length()) / 2)));
        }
    }
}
