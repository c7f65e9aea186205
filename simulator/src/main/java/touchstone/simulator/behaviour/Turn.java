package touchstone.simulator.behaviour;

import java.util.List;
import java.util.Optional;
import touchstone.chance.Chance;
import touchstone.simulator.behaviour.ChatRequest.Message;
import touchstone.simulator.behaviour.Evidence.Standing;
import touchstone.simulator.knowledge.Question;
import touchstone.simulator.model.ModelCard;
import touchstone.simulator.model.Quality;

/**
 * One request with everything that a family needs to answer it.
 *
 * @param question the question whose marker stands in the prompt
 * @param standing how that question's facts stand in the prompt; NEAR when there is no question
 * @param chance the point of chance that belongs to this request and attempt
 */
record Turn(ChatRequest request, ModelCard card, Optional<Question> question, Standing standing, Chance chance) {

    String item() {
        return question.map(Question::item).orElse("");
    }

    Quality quality() {
        return card.quality();
    }

    /** Text of the last user message; empty when there is none. */
    String lastUserText() {
        List<Message> messages = request.messages();
        for (int i = messages.size() - 1; i >= 0; i--) {
            if (messages.get(i).role().equals("user")) {
                return messages.get(i).text();
            }
        }
        return "";
    }

    /** The result of a tool, when the last message is one. */
    Optional<String> toolResult() {
        return request.messages().isEmpty()
                ? Optional.empty()
                : Optional.of(request.messages().getLast())
                        .filter(message -> message.role().equals("tool"))
                        .map(Message::text);
    }

    /** What the model holds to be the answer to the question: right, wrong, or that it does not know. */
    String belief(Question asked) {
        boolean knows = switch (standing) {
            case NEAR -> chance.stream("grounded").happens(quality().grounded());
            case BURIED -> chance.stream("buried").happens(quality().buried());
            case MISSING -> false;
        };
        if (knows) {
            return asked.answer();
        }
        boolean abstains = standing == Standing.MISSING
                && Abstention.isPermitted(request)
                && chance.stream("abstains").happens(quality().abstains());
        return abstains
                ? Abstention.phrase(request, chance)
                : chance.stream("wrong").oneOf(asked.wrongAnswers());
    }

    Reply text(String family, boolean recognised, String text) {
        return new Reply(item(), family, recognised, text, List.of());
    }
}
