package touchstone.simulator.behaviour;

import java.util.List;
import java.util.Optional;
import touchstone.simulator.LimitRule;
import touchstone.simulator.Scenario;
import touchstone.simulator.behaviour.ChatRequest.Format;
import touchstone.simulator.behaviour.ChatRequest.Message;
import touchstone.simulator.behaviour.ChatRequest.Tool;
import touchstone.simulator.behaviour.ChatRequest.ToolChoice;
import touchstone.simulator.fault.FaultSchedule;
import touchstone.simulator.knowledge.Fact;
import touchstone.simulator.knowledge.Knowledge;
import touchstone.simulator.knowledge.Question;
import touchstone.simulator.model.ModelCard;

/** Requests and a small world for the tests of behaviour. */
final class Prompts {

    static final Knowledge KNOWLEDGE = new Knowledge(
            List.of(
                    new Fact(
                            "notice",
                            "The notice period for all staff of Norwind is six weeks to the end of a month.",
                            List.of("Norwind staff must give six weeks of notice before a month ends.")),
                    new Fact("leave", "Parental leave lasts sixteen weeks at Norwind.", List.of()),
                    new Fact("paid", "Every leave longer than a week is fully paid by Norwind.", List.of())),
            List.of(
                    new Question(
                            "item-1",
                            "q-kestrel",
                            List.of("notice"),
                            "six weeks",
                            List.of("four weeks", "three months")),
                    new Question(
                            "item-2", "q-merlin", List.of("leave", "paid"), "yes, for sixteen weeks", List.of("no")),
                    new Question("item-3", "q-osprey", List.of(), "42", List.of("41"))));

    static final Scenario SCENARIO = new Scenario(
            7,
            "",
            List.of(ModelCard.SMALL, ModelCard.MEDIUM, ModelCard.LARGE),
            List.of(LimitRule.WIDE),
            FaultSchedule.NONE,
            KNOWLEDGE);

    private Prompts() {}

    static Message user(String text) {
        return new Message("user", text);
    }

    static Message assistant(String text) {
        return new Message("assistant", text);
    }

    static ChatRequest chat(String model, Message... messages) {
        return chat(model, List.of(messages), List.of(), new ToolChoice.Auto(), new Format.Text());
    }

    static ChatRequest chat(String model, List<Message> messages, List<Tool> tools, ToolChoice choice, Format format) {
        return new ChatRequest(model, messages, false, false, Optional.empty(), tools, choice, format);
    }
}
