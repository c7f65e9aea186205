package touchstone.simulator.behaviour;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import touchstone.chance.Chance;
import touchstone.simulator.behaviour.ChatRequest.Tool;
import touchstone.simulator.behaviour.ChatRequest.ToolChoice;
import touchstone.simulator.behaviour.Reply.ToolCall;
import touchstone.simulator.behaviour.Sighting.Standing;

/**
 * Calls one of the tools that are offered: the one whose name and description share most words with the last user message,
 * with arguments that fit its schema. A tool that searches gets a rewrite of the known question. After a tool's result it answers in text. A model that may decide calls nothing when
 * no tool shares a word, or when the prompt already holds the evidence for a question that it knows.
 */
record ChooseTool() implements Family {

    private static final List<String> AFTERWARDS =
            List.of("Here is what I found: %s", "The tool says: %s", "According to the tool, the result is: %s");

    private static final Pattern SEARCHES = Pattern.compile(
            "search|retriev|look.?up|find|query|fetch|documents?|knowledge|docs\\b", Pattern.CASE_INSENSITIVE);

    @Override
    public String name() {
        return "choose-tool";
    }

    @Override
    public Optional<Reply> answer(Turn turn) {
        Optional<String> result = turn.toolResult();
        if (result.isPresent()) {
            boolean answersOtherwise =
                    turn.question().isPresent() || !(turn.request().format() instanceof ChatRequest.Format.Text);
            return answersOtherwise
                    ? Optional.empty()
                    : Optional.of(turn.text(name(), true, afterwards(turn, result.get())));
        }
        List<Tool> tools = turn.request().tools();
        return switch (turn.request().toolChoice()) {
            case ToolChoice.None _ -> Optional.empty();
            case ToolChoice.Named(String wanted) ->
                tools.stream()
                        .filter(tool -> tool.name().equals(wanted))
                        .findFirst()
                        .map(tool -> call(turn, tool));
            case ToolChoice.Required _ ->
                tools.isEmpty() ? Optional.empty() : Optional.of(call(turn, pick(turn, tools)));
            case ToolChoice.Auto _ ->
                holdsEvidence(turn) || tools.stream().allMatch(tool -> fit(turn, tool) == 0)
                        ? Optional.empty()
                        : Optional.of(call(turn, pick(turn, tools)));
        };
    }

    private static boolean holdsEvidence(Turn turn) {
        return turn.standing() != Standing.MISSING
                && turn.question().filter(asked -> !asked.facts().isEmpty()).isPresent();
    }

    private static Tool pick(Turn turn, List<Tool> tools) {
        Tool best = tools.stream()
                .max(Comparator.comparingInt((Tool tool) -> fit(turn, tool))
                        .thenComparingInt(tool -> -tools.indexOf(tool)))
                .orElseThrow();
        Chance chance = turn.chance().stream("tool");
        if (tools.size() == 1 || chance.happens(turn.quality().choosesTool())) {
            return best;
        }
        return chance.key("other")
                .oneOf(tools.stream().filter(tool -> !tool.equals(best)).toList());
    }

    /** Words that the tool shares with the message; those of its name count twice. */
    private static int fit(Turn turn, Tool tool) {
        Set<String> message = Phrases.stems(turn.lastUserText());
        return 2 * shared(message, tool.name()) + shared(message, tool.description());
    }

    private static int shared(Set<String> message, String text) {
        return (int) Phrases.stems(text).stream().filter(message::contains).count();
    }

    private Reply call(Turn turn, Tool tool) {
        Chance chance = turn.chance().stream("arguments");
        Phrases phrases = new Phrases(turn.lastUserText());
        String arguments = new SchemaValues(asObject(tool), query(turn, tool), phrases, chance, false)
                .fit()
                .toString();
        String id = "call_%016x".formatted(chance.generator().nextLong());
        return new Reply(
                turn.item(), name(), true, "", List.of(new ToolCall(id, tool.name(), arguments)), turn.grounding());
    }

    /** What to search for, where the tool searches and the question is known. */
    private static Optional<String> query(Turn turn, Tool tool) {
        boolean searches =
                SEARCHES.matcher(tool.name() + " " + tool.description()).find();
        return searches
                        && turn.question()
                                .filter(asked -> !asked.paraphrases().isEmpty())
                                .isPresent()
                ? Optional.of(RewriteQuery.query(turn))
                : Optional.empty();
    }

    private static JsonNode asObject(Tool tool) {
        return tool.parameters().isObject() && !tool.parameters().isEmpty()
                ? tool.parameters()
                : JsonNodeFactory.instance.objectNode().put("type", "object");
    }

    private static String afterwards(Turn turn, String result) {
        return turn.chance().stream("afterwards").oneOf(AFTERWARDS).formatted(result.strip());
    }
}
