package touchstone.simulator.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import touchstone.simulator.behaviour.ChatRequest;
import touchstone.simulator.behaviour.ChatRequest.Format;
import touchstone.simulator.behaviour.ChatRequest.Message;
import touchstone.simulator.behaviour.ChatRequest.Tool;
import touchstone.simulator.behaviour.ChatRequest.ToolChoice;

/** Reads the body of a chat completion request. One use only. */
final class ChatRequestReader {

    private static final Set<String> ROLES = Set.of("system", "developer", "user", "assistant", "tool");

    private final Fields fields = new Fields();

    private ChatRequestReader() {}

    static Parsed<ChatRequest> read(byte[] body) {
        ChatRequestReader reader = new ChatRequestReader();
        return reader.fields.finish(reader.request(reader.fields.object(body)));
    }

    private ChatRequest request(JsonNode root) {
        String model = fields.text(root, "model", "model");
        List<Message> messages = messages(root);
        Optional<Integer> choices = fields.positive(root, "n");
        if (choices.orElse(1) > 1) {
            fields.fail(ApiError.unsupported("n", "This simulated model gives one choice: 'n' must be 1."));
        }
        List<Tool> tools = tools(root);
        return new ChatRequest(
                model,
                messages,
                fields.flag(root, "stream", "stream"),
                fields.flag(root.path("stream_options"), "include_usage", "stream_options.include_usage"),
                maxTokens(root),
                tools,
                toolChoice(root.path("tool_choice"), tools),
                format(root.path("response_format")));
    }

    private Optional<Integer> maxTokens(JsonNode root) {
        Optional<Integer> newer = fields.positive(root, "max_completion_tokens");
        Optional<Integer> older = fields.positive(root, "max_tokens");
        return newer.isPresent() ? newer : older;
    }

    private List<Message> messages(JsonNode root) {
        List<Message> messages = new ArrayList<>();
        for (JsonNode node : fields.filled(root, "messages", "messages")) {
            messages.add(message(node, "messages[" + messages.size() + "]"));
        }
        return messages;
    }

    private Message message(JsonNode node, String path) {
        if (!node.isObject()) {
            fields.fail(ApiError.wrongType(path, "an object"));
        }
        String role = fields.text(node, "role", path + ".role");
        if (!ROLES.contains(role)) {
            fields.fail(ApiError.invalid(
                    path + ".role",
                    "Invalid value: '" + role
                            + "'. Supported values are: 'system', 'developer', 'user', 'assistant', and 'tool'."));
        }
        if (role.equals("tool")) {
            fields.text(node, "tool_call_id", path + ".tool_call_id");
        }
        JsonNode content = node.path("content");
        if (Fields.absent(content)) {
            if (!role.equals("assistant") || Fields.absent(node.path("tool_calls"))) {
                fields.fail(ApiError.missing(path + ".content"));
            }
            return new Message(role, "");
        }
        return new Message(role, content(content, path + ".content"));
    }

    private String content(JsonNode content, String path) {
        if (content.isString()) {
            return content.stringValue();
        }
        if (!content.isArray()) {
            fields.fail(ApiError.wrongType(path, "a string or an array of content parts"));
            return "";
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode part : content.values()) {
            String partPath = path + "[" + texts.size() + "]";
            String type = fields.text(part, "type", partPath + ".type");
            switch (type) {
                case "text", "refusal" -> texts.add(fields.text(part, type, partPath + "." + type));
                default ->
                    fields.fail(ApiError.invalid(
                            partPath + ".type", "This simulated model reads text only, not '" + type + "'."));
            }
        }
        return String.join("\n", texts);
    }

    private List<Tool> tools(JsonNode root) {
        if (Fields.absent(root.path("tools"))) {
            return List.of();
        }
        List<Tool> tools = new ArrayList<>();
        for (JsonNode node : fields.filled(root, "tools", "tools")) {
            String path = "tools[" + tools.size() + "]";
            String type = fields.text(node, "type", path + ".type");
            if (!type.equals("function")) {
                fields.fail(ApiError.invalid(path + ".type", "Invalid value: '" + type + "'. Supported: 'function'."));
            }
            JsonNode function = node.path("function");
            if (Fields.absent(function)) {
                fields.fail(ApiError.missing(path + ".function"));
            }
            JsonNode parameters = function.path("parameters");
            tools.add(new Tool(
                    fields.text(function, "name", path + ".function.name"),
                    fields.textOr(function, "description", path + ".function.description", ""),
                    Fields.absent(parameters) ? JsonMapper.shared().createObjectNode() : parameters));
        }
        return tools;
    }

    private ToolChoice toolChoice(JsonNode choice, List<Tool> tools) {
        if (Fields.absent(choice)) {
            return tools.isEmpty() ? new ToolChoice.None() : new ToolChoice.Auto();
        }
        if (tools.isEmpty()) {
            fields.fail(ApiError.invalid("tool_choice", "'tool_choice' is only allowed when 'tools' are specified."));
        }
        if (choice.isObject()) {
            String name = fields.text(choice.path("function"), "name", "tool_choice.function.name");
            if (tools.stream().noneMatch(tool -> tool.name().equals(name))) {
                fields.fail(ApiError.invalid("tool_choice", "Tool choice '" + name + "' not found in 'tools'."));
            }
            return new ToolChoice.Named(name);
        }
        return switch (choice.asString("")) {
            case "auto" -> new ToolChoice.Auto();
            case "none" -> new ToolChoice.None();
            case "required" -> new ToolChoice.Required();
            default -> {
                fields.fail(ApiError.invalid(
                        "tool_choice",
                        "Supported values of 'tool_choice' are 'none', 'auto', 'required' or a function."));
                yield new ToolChoice.Auto();
            }
        };
    }

    private Format format(JsonNode format) {
        if (Fields.absent(format)) {
            return new Format.Text();
        }
        String type = fields.text(format, "type", "response_format.type");
        return switch (type) {
            case "text" -> new Format.Text();
            case "json_object" -> new Format.JsonObject();
            case "json_schema" -> jsonSchema(format.path("json_schema"));
            default -> {
                fields.fail(ApiError.invalid(
                        "response_format.type",
                        "Invalid value: '" + type + "'. Supported: 'text', 'json_object', and 'json_schema'."));
                yield new Format.Text();
            }
        };
    }

    private Format jsonSchema(JsonNode spec) {
        String path = "response_format.json_schema";
        if (Fields.absent(spec)) {
            fields.fail(ApiError.missing(path));
        }
        String name = fields.text(spec, "name", path + ".name");
        JsonNode schema = spec.path("schema");
        if (!Fields.absent(schema) && !schema.isObject()) {
            fields.fail(ApiError.wrongType(path + ".schema", "an object"));
        }
        return new Format.JsonSchema(
                name,
                schema.isObject() ? schema : JsonMapper.shared().createObjectNode(),
                fields.flag(spec, "strict", path + ".strict"));
    }
}
