package touchstone.simulator.behaviour;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import touchstone.chance.Chance;
import touchstone.simulator.Scenario;
import touchstone.simulator.behaviour.ChatRequest.Format;
import touchstone.simulator.behaviour.ChatRequest.Message;
import touchstone.simulator.knowledge.Injection;
import touchstone.simulator.knowledge.Knowledge;
import touchstone.simulator.knowledge.Question;
import touchstone.simulator.ledger.LedgerEntry.Grounding;
import touchstone.simulator.model.ModelCard;

/**
 * The simulated model's behaviour, grounded in the evidence that a prompt carries.
 *
 * <p>A question is recognised by its marker or a paraphrase: the last one in the last user message, otherwise the last one
 * anywhere. The first {@link Family} that claims the request answers it. Every decision is drawn from chance keyed by seed, canonical
 * request (model, roles and text with white space folded) and attempt, so that the same request gets the same answer
 * whatever happened around it.
 */
public final class GroundedBehaviour implements Behaviour {

    private static final int MOST_CACHED_BLOCKS = 65_536;

    /** In this order; the last one answers everything. */
    private static final List<Family> FAMILIES = List.of(
            new ChooseTool(),
            new RewriteQuery(),
            new JudgePassages(),
            new Summarise(),
            new ExtractToSchema(),
            new AnswerFromContext(),
            new PlainChat());

    private final Chance chance;
    private final Markers markers;
    private final Evidence evidence;
    private final Injections injections;
    private final PrefixCache prefixes = new PrefixCache(MOST_CACHED_BLOCKS);

    /** @throws IllegalArgumentException when the scenario's knowledge contradicts itself */
    public GroundedBehaviour(Scenario scenario) {
        this.chance = Chance.ofSeed(scenario.seed()).stream("behaviour");
        check(scenario.knowledge());
        this.markers = new Markers(scenario.knowledge().questions());
        this.evidence = new Evidence(scenario.knowledge().facts());
        this.injections = new Injections(scenario.knowledge().injections());
    }

    /**
     * Checks that knowledge can be used: every marker is one question's own, every fact that is asked for is there.
     *
     * @throws IllegalArgumentException when it cannot
     */
    public static void check(Knowledge knowledge) {
        new Markers(knowledge.questions());
        new Injections(knowledge.injections());
        knowledge.questions().forEach(new Evidence(knowledge.facts())::check);
    }

    @Override
    public String itemOf(String text) {
        return markers.lastIn(Words.of(text)).map(Question::item).orElse("");
    }

    @Override
    public String itemOf(ChatRequest request) {
        return question(request, Words.of(request.promptText()))
                .map(Question::item)
                .orElse("");
    }

    @Override
    public Reply answer(ChatRequest request, ModelCard card, int attempt) {
        Turn turn = turn(request, card, attempt);
        for (Family family : FAMILIES) {
            Optional<Reply> reply = family.answer(turn);
            if (reply.isPresent()) {
                return overruled(turn, reply.get());
            }
        }
        throw new IllegalStateException("no behaviour family answered; the last one must");
    }

    /** The reply, or what an instruction inside a text makes of it; the grounding then says what the reply shows. */
    private static Reply overruled(Turn turn, Reply reply) {
        Optional<String> effect = turn.exposure().obeyed().map(Injection::effect);
        if (effect.isEmpty()) {
            return reply;
        }
        boolean freely = turn.request().format() instanceof Format.Text
                && reply.toolCalls().isEmpty()
                && !reply.family().equals("extract-to-schema");
        String text = freely ? effect.get() : reply.text();
        boolean shows = text.contains(effect.get()) || text.contains(escaped(effect.get()));
        Grounding seen = reply.grounding();
        return new Reply(
                reply.item(),
                reply.family(),
                reply.recognised(),
                text,
                reply.toolCalls(),
                new Grounding(seen.standing(), seen.evidenceTokens(), seen.facts(), seen.exposed(), shows));
    }

    private static String escaped(String text) {
        String quoted = JsonNodeFactory.instance.stringNode(text).toString();
        return quoted.substring(1, quoted.length() - 1);
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
        Prompt prompt = new Prompt(request);
        Turn.Asked asked = new Turn.Asked(request, card, chance.key(key(request), attempt));
        Optional<Sighting> sighting = question(request, prompt.words()).map(question -> evidence.of(question, prompt));
        Injections.Exposure exposure = injections.in(prompt, card.quality(), asked.chance());
        return new Turn(asked, prompt, sighting, exposure, evidence);
    }

    private Optional<Question> question(ChatRequest request, Words prompt) {
        return lastUserMessage(request)
                .flatMap(message -> markers.lastIn(Words.of(message.text())))
                .or(() -> markers.lastIn(prompt));
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
            appendFolded(message.text(), key);
        }
        return key.toString();
    }

    /** The text without white space at its ends, and with one blank for every run of white space inside. */
    private static void appendFolded(String text, StringBuilder key) {
        String stripped = text.strip();
        boolean between = false;
        for (int i = 0; i < stripped.length(); i++) {
            char c = stripped.charAt(i);
            boolean blank = c == ' ' || (c >= '\t' && c <= '\r');
            if (!blank) {
                key.append(c);
            } else if (!between) {
                key.append(' ');
            }
            between = blank;
        }
    }
}
