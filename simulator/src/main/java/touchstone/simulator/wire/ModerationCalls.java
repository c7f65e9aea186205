package touchstone.simulator.wire;

import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import touchstone.simulator.behaviour.Behaviour;

/** The moderations endpoint: a category is flagged when one of its few words stands in the text. Free, as in the real API. */
final class ModerationCalls {

    private static final String MODEL = "sim-moderation";
    private static final Map<String, List<String>> WORDS = words();

    private record Asked(String model, List<String> texts) {}

    private final Desk desk;
    private final Behaviour behaviour;

    ModerationCalls(Desk desk, Behaviour behaviour) {
        this.desk = desk;
        this.behaviour = behaviour;
    }

    void handle(ServerRequest http, ServerResponse response) {
        Call call = desk.begin("moderations", http);
        Optional<byte[]> body = Body.read(http);
        Optional<ApiError> wrongKey = desk.wrongKey(call);
        if (body.isEmpty()) {
            desk.refuse(call, response, ApiError.tooBig(Body.MOST_BYTES));
        } else if (wrongKey.isPresent()) {
            desk.refuse(call, response, wrongKey.get());
        } else {
            switch (read(body.get())) {
                case Parsed.Refused<Asked>(ApiError error) -> desk.refuse(call, response, error);
                case Parsed.Accepted<Asked>(Asked asked) -> serve(call, asked, response);
            }
        }
    }

    private static Parsed<Asked> read(byte[] body) {
        Fields fields = new Fields();
        JsonNode root = fields.object(body);
        String model = fields.textOr(root, "model", "model", MODEL);
        JsonNode input = root.path("input");
        if (Fields.absent(input)) {
            fields.fail(ApiError.missing("input"));
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode node : input.isArray() ? List.copyOf(input.values()) : List.of(input)) {
            JsonNode text = node.isObject() ? node.path("text") : node;
            if (!text.isString()) {
                fields.fail(ApiError.wrongType("input", "a string or an array of strings"));
            }
            texts.add(text.asString(""));
        }
        return fields.finish(new Asked(model, texts));
    }

    private void serve(Call call, Asked asked, ServerResponse response) {
        String key = RequestKey.of(asked.model(), asked.texts());
        desk.asked(call, behaviour.itemOf(String.join("\n", asked.texts())), asked.model(), key, false);
        ObjectNode root = JsonMapper.shared().createObjectNode();
        root.put("id", "modr-" + key).put("model", asked.model());
        ArrayNode results = root.putArray("results");
        asked.texts().forEach(text -> result(results.addObject(), text.toLowerCase(Locale.ROOT)));
        call.family = "moderation";
        call.recognised = true;
        desk.send(call, response, 200, JsonMapper.shared().writeValueAsBytes(root));
        desk.end(call);
    }

    private static void result(ObjectNode result, String text) {
        boolean anyFlagged = WORDS.values().stream().flatMap(List::stream).anyMatch(text::contains);
        result.put("flagged", anyFlagged);
        ObjectNode categories = result.putObject("categories");
        ObjectNode scores = result.putObject("category_scores");
        ObjectNode inputs = result.putObject("category_applied_input_types");
        WORDS.forEach((category, words) -> {
            boolean flagged = words.stream().anyMatch(text::contains);
            categories.put(category, flagged);
            scores.put(category, flagged ? 0.98 : 0.001);
            inputs.putArray(category).add("text");
        });
    }

    private static Map<String, List<String>> words() {
        Map<String, List<String>> words = new LinkedHashMap<>();
        words.put("hate", List.of("subhuman", "inferior race"));
        words.put("hate/threatening", List.of("exterminate them"));
        words.put("harassment", List.of("you are worthless", "you idiot"));
        words.put("harassment/threatening", List.of("i will hurt you", "i will kill you"));
        words.put("illicit", List.of("how to steal", "sell drugs"));
        words.put("illicit/violent", List.of("build a bomb", "make a bomb"));
        words.put("self-harm", List.of("self-harm", "hurt myself"));
        words.put("self-harm/intent", List.of("i want to hurt myself", "i will kill myself"));
        words.put("self-harm/instructions", List.of("how to hurt myself"));
        words.put("sexual", List.of("explicit sex"));
        words.put("sexual/minors", List.of("sexual content with a minor"));
        words.put("violence", List.of("i will kill", "beat him up", "i will hurt you"));
        words.put("violence/graphic", List.of("blood and guts"));
        return words;
    }
}
