package touchstone.simulator.behaviour;

import java.util.List;
import java.util.Optional;
import touchstone.chance.Chance;
import touchstone.simulator.Scenario;
import touchstone.simulator.behaviour.ChatRequest.Message;
import touchstone.simulator.behaviour.Evidence.Standing;
import touchstone.simulator.knowledge.Knowledge;
import touchstone.simulator.knowledge.Question;
import touchstone.simulator.model.ModelCard;

/**
 * The simulated model's behaviour, grounded in the evidence that a prompt carries.
 *
 * <p>A question is recognised by its marker: the last one in the last user message, otherwise the last one anywhere. The
 * first {@link Family} that claims the request answers it. Every decision is drawn from chance keyed by seed, canonical
 * request (model, roles and text with white space folded) and attempt, so that the same request gets the same answer
 * whatever happened around it.
 */
public final class GroundedBehaviour implements Behaviour {

    private static final int MOST_CACHED_BLOCKS = 65_536;

    /** In this order; the last one answers everything. */
    private static final List<Family> FAMILIES =
            List.of(new ChooseTool(), new ExtractToSchema(), new AnswerFromContext(), new PlainChat());

    private final Chance chance;
    private final Markers markers;
    private final Evidence evidence;
    private final PrefixCache prefixes = new PrefixCache(MOST_CACHED_BLOCKS);

    /** @throws IllegalArgumentException when the scenario's knowledge contradicts itself */
    public GroundedBehaviour(Scenario scenario) {
        this.chance = Chance.ofSeed(scenario.seed()).stream("behaviour");
        check(scenario.knowledge());
        this.markers = new Markers(scenario.knowledge().questions());
        this.evidence = new Evidence(scenario.knowledge().facts());
    }

    /**
     * Checks that knowledge can be used: every marker is one question's own, every fact that is asked for is there.
     *
     * @throws IllegalArgumentException when it cannot
     */
    public static void check(Knowledge knowledge) {
        new Markers(knowledge.questions());
        knowledge.questions().forEach(new Evidence(knowledge.facts())::check);
    }

    @Override
    public String itemOf(String text) {
        return markers.lastIn(Words.of(text)).map(Question::item).orElse("");
    }

    @Override
    public String itemOf(ChatRequest request) {
        return lastUserMessage(request)
                .flatMap(message -> markers.lastIn(Words.of(message.text())))
                .or(() -> markers.lastIn(Words.of(request.promptText())))
                .map(Question::item)
                .orElse("");
    }

    @Override
    public Reply answer(ChatRequest request, ModelCard card, int attempt) {
        Turn turn = turn(request, card, attempt);
        for (Family family : FAMILIES) {
            Optional<Reply> reply = family.answer(turn);
            if (reply.isPresent()) {
                return reply.get();
            }
        }
        throw new IllegalStateException("no behaviour family answered; the last one must");
    }

    @Override
    public int countTokens(String text) {
        return TokenCursor.count(text);
    }

    @Override
    public int cachedPrefixTokens(String model, ChatRequest request) {
        return prefixes.lookUpAndRemember(model, request.messages());
    }

    private Turn turn(ChatRequest request, ModelCard card, int attempt) {
        Words prompt = Words.of(request.promptText());
        Optional<Question> question = lastUserMessage(request)
                .flatMap(message -> markers.lastIn(Words.of(message.text())))
                .or(() -> markers.lastIn(prompt));
        Standing standing = question.map(
                        asked -> evidence.of(asked, prompt, card.quality().nearTokens()))
                .orElse(Standing.NEAR);
        return new Turn(request, card, question, standing, chance.key(key(request), attempt));
    }

    private static Optional<Message> lastUserMessage(ChatRequest request) {
        return request.messages().reversed().stream()
                .filter(message -> message.role().equals("user"))
                .findFirst();
    }

    private static String key(ChatRequest request) {
        StringBuilder key = new StringBuilder(request.model());
        for (Message message : request.messages()) {
            key.append('\n').append(message.role()).append('\n');
            key.append(message.text().strip().replaceAll("\\s+", " "));
        }
        return key.toString();
    }
}
