package touchstone.simulator.behaviour;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A chat completion request, read from the wire and checked.
 *
 * @param maxTokens most output tokens; empty leaves it to the model
 * @param tools the tools that are offered; empty when none are
 * @param format the output format that is asked for; {@link Format.Text} when none is
 */
public record ChatRequest(
        String model,
        List<Message> messages,
        boolean streamed,
        boolean includeUsage,
        Optional<Integer> maxTokens,
        List<Tool> tools,
        ToolChoice toolChoice,
        Format format) {

    public ChatRequest {
        messages = List.copyOf(messages);
        tools = List.copyOf(tools);
    }

    /**
     * @param role system, developer, user, assistant or tool
     * @param text all text parts, joined by a new line; empty for an assistant message with tool calls only
     */
    public record Message(String role, String text) {}

    /** @param parameters JSON Schema of the arguments */
    public record Tool(String name, String description, JsonNode parameters) {}

    /** Which tool may or must be called. */
    public sealed interface ToolChoice {
        /** The model decides. */
        record Auto() implements ToolChoice {}

        /** No tool may be called. */
        record None() implements ToolChoice {}

        /** Some tool must be called. */
        record Required() implements ToolChoice {}

        /** This tool must be called. */
        record Named(String name) implements ToolChoice {}
    }

    /** The output format that is asked for. */
    public sealed interface Format {
        /** Plain text. */
        record Text() implements Format {}

        /** Any JSON object. */
        record JsonObject() implements Format {}

        /** JSON that fits a schema. */
        record JsonSchema(String name, JsonNode schema, boolean strict) implements Format {}
    }

    /** All text of the prompt, message by message, for counting and searching. */
    public String promptText() {
        StringBuilder text = new StringBuilder();
        for (Message message : messages) {
            text.append(message.text()).append('\n');
        }
        return text.toString();
    }
}
