package touchstone.simulator.behaviour;

import java.util.List;
import java.util.Optional;
import touchstone.chance.Chance;
import touchstone.simulator.behaviour.ChatRequest.Message;
import touchstone.simulator.behaviour.Injections.Exposure;
import touchstone.simulator.behaviour.Sighting.Standing;
import touchstone.simulator.knowledge.Question;
import touchstone.simulator.ledger.LedgerEntry.Grounding;
import touchstone.simulator.model.ModelCard;
import touchstone.simulator.model.Quality;

/** One request with everything that a family needs to answer it. Used by one thread. */
final class Turn {

    /** A prompt that is longer may hold passages; in a shorter one brackets and numbers are its author's. */
    private static final int LONG_TOKENS = 250;

    /** One request as it came: to which model, and the point of chance that belongs to it and its attempt. */
    record Asked(ChatRequest request, ModelCard card, Chance chance) {}

    private final Asked asked;
    private final Prompt prompt;
    private final Optional<Sighting> sighting;
    private final Exposure exposure;
    private final Evidence evidence;
    private final Standing standing;
    private final Grounding grounding;
    private final Intent.Said said;
    private final Optional<Intent> intent;
    private Optional<Passages> passages = Optional.empty();

    /** @param sighting what stands in the prompt of the question that is asked; empty when none is known */
    Turn(Asked asked, Prompt prompt, Optional<Sighting> sighting, Exposure exposure, Evidence evidence) {
        this.asked = asked;
        this.prompt = prompt;
        this.sighting = sighting;
        this.exposure = exposure;
        this.evidence = evidence;
        this.standing = sighting.map(seen ->
                        seen.standing(prompt.words(), asked.card().quality().nearTokens()))
                .orElse(Standing.NEAR);
        this.grounding = sighting.map(this::grounded)
                .orElse(new Grounding(
                        "none",
                        0,
                        List.of(),
                        exposure.exposed(),
                        exposure.obeyed().isPresent()));
        this.said = Intent.Said.in(prompt);
        this.intent = Intent.of(
                said,
                () -> prompt.words().tokens() > LONG_TOKENS && !passages().all().isEmpty());
    }

    private Grounding grounded(Sighting seen) {
        String name = switch (standing) {
            case MISSING -> "missing";
            case NEAR -> seen.conflicting().isEmpty() ? "near" : "conflict";
            case BURIED -> seen.conflicting().isEmpty() ? "buried" : "conflict";
        };
        return new Grounding(
                name,
                seen.evidenceTokens(prompt.words()),
                seen.found(),
                exposure.exposed(),
                exposure.obeyed().isPresent());
    }

    ChatRequest request() {
        return asked.request();
    }

    Chance chance() {
        return asked.chance();
    }

    Quality quality() {
        return asked.card().quality();
    }

    Prompt prompt() {
        return prompt;
    }

    Optional<Sighting> sighting() {
        return sighting;
    }

    Optional<Question> question() {
        return sighting.map(Sighting::question);
    }

    Exposure exposure() {
        return exposure;
    }

    Evidence evidence() {
        return evidence;
    }

    /** How the question's facts stand in the prompt; NEAR when there is no question. */
    Standing standing() {
        return standing;
    }

    Grounding grounding() {
        return grounding;
    }

    /** What the author of the prompt says. */
    Intent.Said said() {
        return said;
    }

    /** What is wanted, where that is no answer. */
    Optional<Intent> intent() {
        return intent;
    }

    Passages passages() {
        Passages read = passages.orElseGet(() -> new Passages(prompt));
        passages = Optional.of(read);
        return read;
    }

    String item() {
        return question().map(Question::item).orElse("");
    }

    /** Text of the last user message; empty when there is none. */
    String lastUserText() {
        int last = prompt.lastUser();
        return last < 0 ? "" : prompt.messages().get(last).text();
    }

    /** The question in the words of the prompt: the known one, or the last line of the last user message that asks. */
    String lastQuestionText() {
        return question()
                .filter(asked -> !asked.paraphrases().isEmpty())
                .map(Question::marker)
                .orElseGet(() -> lastUserText()
                        .lines()
                        .filter(line -> line.strip().endsWith("?"))
                        .reduce((first, second) -> second)
                        .orElse(""));
    }

    /** The result of a tool, when the last message is one. */
    Optional<String> toolResult() {
        List<Message> messages = prompt.messages();
        return messages.isEmpty()
                ? Optional.empty()
                : Optional.of(messages.getLast())
                        .filter(message -> message.role().equals("tool"))
                        .map(Message::text);
    }

    /** What the model holds to be the answer, where a question is known or an instruction inside a text is obeyed. */
    Optional<Belief> belief() {
        return sighting.map(seen -> Belief.of(this, seen));
    }

    Reply text(String family, boolean recognised, String text) {
        return new Reply(item(), family, recognised, text, List.of(), grounding);
    }
}
