package touchstone.simulator.wire;

import io.helidon.webserver.http.ServerResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import touchstone.chance.Chance;
import touchstone.simulator.behaviour.Behaviour;
import touchstone.simulator.behaviour.ChatRequest;
import touchstone.simulator.behaviour.Reply;
import touchstone.simulator.fault.Step;
import touchstone.simulator.ledger.LedgerEntry.Usage;
import touchstone.simulator.model.ModelCard;
import touchstone.simulator.upstream.Upstream;

/** Serves a chat call that was let in: prepares the answer and its timing, and has it sent. */
final class Delivery {

    /** A call that was let in, with the step of the fault schedule that it meets. */
    record Order(Call call, ChatRequest request, ModelCard card, int inputTokens, Step step) {}

    /** An answer that is ready to be sent: all of it, and when. */
    record Ready(
            Order order,
            Script.Deliver script,
            Answer whole,
            int wholeTokens,
            Timing timing,
            Rendering rendering,
            int cachedTokens) {

        /** Tokens of the answer or of a beginning of it. */
        int tokens(Answer part, Behaviour behaviour) {
            boolean all = part.deltas().size() == whole.deltas().size();
            return all ? wholeTokens : part.tokens(behaviour::countTokens);
        }

        Usage usage(int outputTokens) {
            long price = order.card().price().of(order.inputTokens(), cachedTokens, outputTokens);
            return new Usage(order.inputTokens(), cachedTokens, outputTokens, price);
        }
    }

    private final Desk desk;
    private final Behaviour behaviour;
    private final Stage stage;
    private final PlainAnswer plain;
    private final StreamedAnswer streamed;
    private final Answers answers;
    private final Chance latency;
    private final Chance ids;
    private final Map<String, AtomicInteger> active = new ConcurrentHashMap<>();

    Delivery(Desk desk, Behaviour behaviour, Answers answers) {
        this.desk = desk;
        this.behaviour = behaviour;
        this.stage = new Stage(desk);
        this.plain = new PlainAnswer(desk, behaviour);
        this.streamed = new StreamedAnswer(desk, behaviour);
        this.answers = answers;
        this.latency = Chance.ofSeed(desk.scenario.seed()).stream("latency");
        this.ids = Chance.ofSeed(desk.scenario.seed()).stream("completion-ids");
    }

    /** Serves the call to its end; returns whether the connection can carry another request. */
    boolean run(Order order, ServerResponse response, Connection.Presence client) {
        Script script = Script.of(order.step(), order.request().streamed());
        return stage.perform(order.call(), script, response, client, deliver -> switch (answers) {
            case Answers.Simulated _ -> deliver(order, deliver, response, client);
            case Answers.Forwarded(Upstream upstream) ->
                new ForwardedChat(desk, upstream, order, deliver, response).run(client);
        });
    }

    private boolean deliver(Order order, Script.Deliver script, ServerResponse response, Connection.Presence client) {
        AtomicInteger calls = active.computeIfAbsent(order.card().id(), first -> new AtomicInteger());
        int now = calls.incrementAndGet();
        try {
            Ready ready = prepare(order, script, now);
            return order.request().streamed()
                    ? streamed.send(ready, response, client)
                    : plain.send(ready, response, client);
        } finally {
            calls.decrementAndGet();
        }
    }

    private Ready prepare(Order order, Script.Deliver script, int activeCalls) {
        Call call = order.call();
        ChatRequest request = order.request();
        ModelCard card = order.card();
        int input = order.inputTokens();
        int cached = Math.min(input, behaviour.cachedPrefixTokens(card.id(), request));
        Reply reply = behaviour.answer(request, card, call.request.attempt());
        call.family = reply.family();
        call.recognised = reply.recognised();
        call.grounding = reply.grounding();
        Answer whole = Answer.of(reply)
                .within(request.maxTokens().orElse(card.contextTokens() - input), behaviour::countTokens);
        int wholeTokens = whole.tokens(behaviour::countTokens);
        String key = call.request.key();
        int attempt = call.request.attempt();
        Timing timing = Timing.of(
                        card.pace(),
                        call.receivedMicros,
                        latency.key(key, attempt),
                        activeCalls,
                        input - cached,
                        wholeTokens,
                        whole.deltas().size())
                .later(script.delay().toNanos() / 1_000);
        Rendering rendering = new Rendering(
                "chatcmpl-" + Long.toHexString(ids.key(key, attempt).generator().nextLong()),
                desk.wallClock.instant().getEpochSecond(),
                card.id(),
                request.includeUsage() && script.usage());
        return new Ready(order, script, whole, wholeTokens, timing, rendering, cached);
    }
}
