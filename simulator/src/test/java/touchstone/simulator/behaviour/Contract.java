package touchstone.simulator.behaviour;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import touchstone.simulator.behaviour.ChatRequest.Format;
import touchstone.simulator.behaviour.ChatRequest.Message;
import touchstone.simulator.behaviour.ChatRequest.Tool;
import touchstone.simulator.behaviour.ChatRequest.ToolChoice;
import touchstone.simulator.scenario.KnowledgeEntry;
import touchstone.yaml.YamlFile;

/** The contract of behaviour as its file states it. */
record Contract(Map<String, String> texts, KnowledgeEntry knowledge, List<Case> cases) {

    private static final String NOTHING = "Nothing of interest happened in the canteen on that grey day. ";
    private static final Map<String, String> LONG = Map.of("filler", NOTHING.repeat(900), "haze", NOTHING.repeat(220));

    static Contract read() {
        try {
            return YamlFile.read(
                    Path.of(Objects.requireNonNull(Contract.class.getResource("contract.yaml"))
                            .toURI()),
                    Contract.class);
        } catch (URISyntaxException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    record Case(String name, String model, List<Map<String, String>> messages, Optional<Offer> offer, Expect expect) {

        ChatRequest request(Map<String, String> texts) {
            List<Message> said = messages.stream()
                    .flatMap(message -> message.entrySet().stream())
                    .map(entry -> new Message(entry.getKey(), filled(entry.getValue(), texts)))
                    .toList();
            return Prompts.chat(
                    model,
                    said,
                    offer.map(Offer::tools).orElse(List.of()),
                    offer.flatMap(Offer::choice).map(Case::toolChoice).orElse(new ToolChoice.Auto()),
                    offer.map(Offer::format).orElse(new Format.Text()));
        }

        private static String filled(String text, Map<String, String> texts) {
            String filled = text;
            for (Map<String, String> known : List.of(texts, LONG)) {
                for (Map.Entry<String, String> entry : known.entrySet()) {
                    filled = filled.replace("{{" + entry.getKey() + "}}", entry.getValue());
                }
            }
            return filled;
        }

        private static ToolChoice toolChoice(String choice) {
            return switch (choice) {
                case "none" -> new ToolChoice.None();
                case "required" -> new ToolChoice.Required();
                default -> new ToolChoice.Named(choice);
            };
        }

        @Override
        public String toString() {
            return expect.family() + ": " + name;
        }
    }

    record Offer(
            List<Tool> tools,
            Optional<String> choice,
            Optional<JsonNode> schema,
            Optional<Boolean> strict,
            Optional<Boolean> json) {

        Offer {
            schema = schema.filter(JsonNode::isObject);
        }

        Format format() {
            if (schema.isPresent()) {
                return new Format.JsonSchema("shape", schema.get(), strict.orElse(false));
            }
            return json.orElse(false) ? new Format.JsonObject() : new Format.Text();
        }

        String summary() {
            String offered = tools.stream().map(Tool::name).collect(Collectors.joining(", "));
            return (tools.isEmpty()
                            ? ""
                            : "tools " + offered
                                    + choice.map(one -> ", choice " + one).orElse(""))
                    + schema.map(one -> strict.orElse(false) ? "strict schema" : "schema")
                            .orElse("")
                    + (json.orElse(false) ? "JSON object" : "");
        }
    }

    record Expect(
            String family,
            boolean recognised,
            Optional<String> item,
            Optional<String> grounding,
            Map<String, List<Double>> shares,
            List<Double> fits) {}
}
