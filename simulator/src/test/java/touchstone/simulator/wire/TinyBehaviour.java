package touchstone.simulator.wire;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import touchstone.simulator.behaviour.Behaviour;
import touchstone.simulator.behaviour.ChatRequest;
import touchstone.simulator.behaviour.Reply;
import touchstone.simulator.model.ModelCard;

/** A behaviour small enough to foresee: answers twelve words, counts words, finds items as {@code item-7}. */
final class TinyBehaviour implements Behaviour {

    static final String ANSWER = "one two three four five six seven eight nine ten eleven twelve";

    private static final Pattern ITEM = Pattern.compile("item-\\w+");

    @Override
    public String itemOf(String promptText) {
        Matcher matcher = ITEM.matcher(promptText);
        return matcher.find() ? matcher.group() : "";
    }

    @Override
    public Reply answer(ChatRequest request, ModelCard card, int attempt) {
        String item = itemOf(request.promptText());
        if (!request.tools().isEmpty() && !(request.toolChoice() instanceof ChatRequest.ToolChoice.None)) {
            String tool = request.tools().getFirst().name();
            return new Reply(
                    item,
                    "choose-tool",
                    true,
                    "",
                    List.of(new Reply.ToolCall(
                            "call_" + attempt, tool, "{\"city\": \"Łódź\", \"unit\": \"celsius\"}")));
        }
        return switch (request.format()) {
            case ChatRequest.Format.Text text -> new Reply(item, "plain-chat", false, ANSWER, List.of());
            case ChatRequest.Format.JsonObject object -> new Reply(item, "extract", true, "{\"a\": 1}", List.of());
            case ChatRequest.Format.JsonSchema schema -> new Reply(item, "extract", true, "{\"b\": 2}", List.of());
        };
    }

    @Override
    public int countTokens(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }

    @Override
    public int cachedPrefixTokens(String model, ChatRequest request) {
        return request.promptText().contains("cached") ? 1 : 0;
    }
}
