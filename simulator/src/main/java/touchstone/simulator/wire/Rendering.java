package touchstone.simulator.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import touchstone.simulator.ledger.LedgerEntry.Usage;

/**
 * The JSON of one answer, as a completion or as the events of a stream. Used by one thread.
 *
 * @see <a href="https://platform.openai.com/docs/api-reference/chat">the API reference</a>
 */
final class Rendering {

    private static final String DATA = "data: ";
    private static final String EVENT_END = "\n\n";
    private static final byte[] DONE = "data: [DONE]\n\n".getBytes(UTF_8);

    private final String head;
    private final boolean usageInChunks;
    private final StringBuilder text = new StringBuilder(512);

    /**
     * @param id of the completion
     * @param createdSeconds since 1970
     * @param usageInChunks whether every chunk says {@code "usage": null}, as it does when usage was asked for
     */
    Rendering(String id, long createdSeconds, String model, boolean usageInChunks) {
        this.head = "\"created\":" + createdSeconds + ",\"model\":" + Json.quote(model) + ",\"id\":" + Json.quote(id)
                + ",\"service_tier\":\"default\",\"system_fingerprint\":\"fp_simulated\"";
        this.usageInChunks = usageInChunks;
    }

    /** A whole completion. */
    byte[] completion(Answer answer, Usage usage, boolean showUsage) {
        begin("chat.completion").append(",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":");
        if (answer.callsTools()) {
            text.append("null,\"refusal\":null,\"annotations\":[],\"tool_calls\":[");
            toolCalls(answer.deltas());
            text.append(']');
        } else {
            StringBuilder content = new StringBuilder();
            answer.deltas().forEach(delta -> content.append(delta.counted()));
            Json.quote(text, content.toString()).append(",\"refusal\":null,\"annotations\":[]");
        }
        text.append("},\"logprobs\":null,\"finish_reason\":\"")
                .append(answer.finishReason())
                .append("\"}]");
        return end(usage, showUsage);
    }

    /** A completion that breaks the schema: no choices. */
    byte[] completionWithoutChoices(Usage usage) {
        begin("chat.completion").append(",\"choices\":[]");
        return end(usage, true);
    }

    /** The first event: the role. */
    byte[] opening(Answer answer) {
        return event(
                "{\"role\":\"assistant\",\"content\":" + (answer.callsTools() ? "null" : "\"\"") + ",\"refusal\":null}",
                "null");
    }

    byte[] event(Delta delta) {
        return switch (delta) {
            case Delta.Text(String piece) -> event("{\"content\":" + Json.quote(piece) + "}", "null");
            case Delta.CallStart(int index, String id, String name) ->
                event(
                        "{\"tool_calls\":[{\"index\":" + index + ",\"id\":" + Json.quote(id)
                                + ",\"type\":\"function\",\"function\":{\"name\":" + Json.quote(name)
                                + ",\"arguments\":\"\"}}]}",
                        "null");
            case Delta.CallArguments(int index, String piece) ->
                event(
                        "{\"tool_calls\":[{\"index\":" + index + ",\"function\":{\"arguments\":" + Json.quote(piece)
                                + "}}]}",
                        "null");
        };
    }

    /** The event that ends the choice. */
    byte[] finish(Answer answer) {
        return event("{}", "\"" + answer.finishReason() + "\"");
    }

    /** The event with the usage and no choices. */
    byte[] usage(Usage usage) {
        begin("chat.completion.chunk").insert(0, DATA).append(",\"choices\":[],\"usage\":");
        usageObject(usage);
        return text.append("}" + EVENT_END).toString().getBytes(UTF_8);
    }

    /** An event that breaks the schema: neither choices nor usage. */
    byte[] eventWithoutChoices() {
        begin("chat.completion.chunk").insert(0, DATA).append(",\"choices\":[]}\n\n");
        return text.toString().getBytes(UTF_8);
    }

    /** An event that carries an error. */
    static byte[] errorEvent(ApiError error) {
        return (DATA + new String(error.json(), UTF_8) + EVENT_END).getBytes(UTF_8);
    }

    static byte[] done() {
        return DONE.clone();
    }

    private byte[] event(String delta, String finishReason) {
        begin("chat.completion.chunk")
                .insert(0, DATA)
                .append(",\"choices\":[{\"index\":0,\"delta\":")
                .append(delta)
                .append(",\"logprobs\":null,\"finish_reason\":")
                .append(finishReason)
                .append("}]");
        if (usageInChunks) {
            text.append(",\"usage\":null");
        }
        return text.append("}" + EVENT_END).toString().getBytes(UTF_8);
    }

    private StringBuilder begin(String object) {
        text.setLength(0);
        return text.append("{\"object\":\"").append(object).append("\",").append(head);
    }

    private byte[] end(Usage usage, boolean showUsage) {
        if (showUsage) {
            text.append(",\"usage\":");
            usageObject(usage);
        }
        return text.append('}').toString().getBytes(UTF_8);
    }

    private void toolCalls(List<Delta> deltas) {
        StringBuilder arguments = new StringBuilder();
        boolean open = false;
        for (Delta delta : deltas) {
            if (delta instanceof Delta.CallStart(int index, String id, String name)) {
                if (open) {
                    closeCall(arguments);
                    text.append(',');
                }
                open = true;
                text.append("{\"id\":").append(Json.quote(id)).append(",\"type\":\"function\",\"function\":{\"name\":");
                Json.quote(text, name).append(",\"arguments\":");
            } else if (delta instanceof Delta.CallArguments(int index, String piece)) {
                arguments.append(piece);
            }
        }
        if (open) {
            closeCall(arguments);
        }
    }

    private void closeCall(StringBuilder arguments) {
        Json.quote(text, arguments.toString()).append("}}");
        arguments.setLength(0);
    }

    private void usageObject(Usage usage) {
        text.append("{\"prompt_tokens\":")
                .append(usage.inputTokens())
                .append(",\"completion_tokens\":")
                .append(usage.outputTokens())
                .append(",\"total_tokens\":")
                .append(usage.inputTokens() + usage.outputTokens())
                .append(",\"prompt_tokens_details\":{\"cached_tokens\":")
                .append(usage.cachedInputTokens())
                .append(",\"audio_tokens\":0},\"completion_tokens_details\":{\"reasoning_tokens\":0,")
                .append("\"audio_tokens\":0,\"accepted_prediction_tokens\":0,\"rejected_prediction_tokens\":0}}");
    }
}
