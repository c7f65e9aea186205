package touchstone.simulator.wire;

import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import touchstone.simulator.behaviour.Behaviour;
import touchstone.simulator.behaviour.ChatRequest;
import touchstone.simulator.fault.FaultSchedule;
import touchstone.simulator.fault.Step;
import touchstone.simulator.limit.Admission;
import touchstone.simulator.model.ModelCard;

/** The chat completions endpoint up to the decision what the call meets: key, item, limiter, window, plan. */
final class ChatCalls {

    /** A call whose request was read. */
    private record Turn(
            Call call, ChatRequest request, String item, String key, Optional<ModelCard> card, int inputTokens) {}

    /** What becomes of a call. */
    private sealed interface Verdict {
        record Refused(ApiError error, Hint hint) implements Verdict {}

        record Served(Delivery.Order order) implements Verdict {}
    }

    private final Desk desk;
    private final Behaviour behaviour;
    private final Delivery delivery;
    private final FaultSchedule faults;
    private final Map<String, ModelCard> cards = new HashMap<>();
    private final Counters planned = new Counters();

    /** One for each item, more or less: the numbers of a call and the step it meets must be taken together. */
    private final ReentrantLock[] turns = new ReentrantLock[256];

    ChatCalls(Desk desk, Behaviour behaviour, Answers answers) {
        this.desk = desk;
        this.behaviour = behaviour;
        this.delivery = new Delivery(desk, behaviour, answers);
        this.faults = desk.scenario.faults();
        Arrays.setAll(turns, i -> new ReentrantLock());
        desk.scenario.models().forEach(card -> cards.put(card.id(), card));
    }

    void handle(ServerRequest http, ServerResponse response) {
        Call call = desk.begin("chat", http);
        Optional<byte[]> body = Body.read(http);
        Optional<ApiError> wrongKey = desk.wrongKey(call);
        if (body.isEmpty()) {
            desk.refuse(call, response, ApiError.tooBig(Body.MOST_BYTES));
        } else if (wrongKey.isPresent()) {
            desk.refuse(call, response, wrongKey.get());
        } else {
            call.body = body.get();
            switch (ChatRequestReader.read(body.get())) {
                case Parsed.Refused<ChatRequest>(ApiError error) -> desk.refuse(call, response, error);
                case Parsed.Accepted<ChatRequest>(ChatRequest request) -> admit(call, request, http, response);
            }
        }
    }

    private void admit(Call call, ChatRequest request, ServerRequest http, ServerResponse response) {
        String prompt = request.promptText();
        call.prompt = prompt;
        Turn turn = new Turn(
                call,
                request,
                behaviour.itemOf(request),
                RequestKey.of(request),
                Optional.ofNullable(cards.get(request.model())),
                inputTokens(request, prompt));
        switch (inTurn(turn)) {
            case Verdict.Refused(ApiError error, Hint hint) -> {
                desk.hint(call, response, hint);
                desk.refuse(call, response, error);
            }
            case Verdict.Served(Delivery.Order order) -> converse(order, http, response);
        }
    }

    /** Counts the call and finds what it meets, so that no other call for its item comes between. */
    private Verdict inTurn(Turn turn) {
        ReentrantLock lock = turns[Math.floorMod(turn.item().hashCode(), turns.length)];
        lock.lock();
        try {
            desk.asked(
                    turn.call(),
                    turn.item(),
                    turn.request().model(),
                    turn.key(),
                    turn.request().streamed());
            return verdict(turn);
        } finally {
            lock.unlock();
        }
    }

    private Verdict verdict(Turn turn) {
        Call call = turn.call();
        if (turn.card().isEmpty()) {
            return new Verdict.Refused(ApiError.noModel(turn.request().model()), new Hint.None());
        }
        ModelCard card = turn.card().get();
        long wanted = (long) turn.inputTokens() + turn.request().maxTokens().orElse(0);
        int asked = (int) Math.min(Integer.MAX_VALUE, wanted);
        Admission admission = desk.limiter.admit(call.apiKey, call.request.phase(), card.id(), asked);
        call.allowance = Optional.of(admission.allowance());
        return switch (admission) {
            case Admission.TooLarge(var left, long tokens) -> {
                call.fault = "limit";
                yield new Verdict.Refused(
                        ApiError.tooManyTokens(tokens, left.tokens().limit()), new Hint.None());
            }
            case Admission.Refused refused -> {
                call.fault = "limit";
                yield new Verdict.Refused(
                        ApiError.rateLimited(refused.bucket()), new Hint.Both(refused.retryAfterMicros()));
            }
            case Admission.Admitted admitted ->
                asked > card.contextTokens()
                        ? new Verdict.Refused(
                                ApiError.tooLong("messages", card.contextTokens(), asked), new Hint.None())
                        : new Verdict.Served(
                                new Delivery.Order(call, turn.request(), card, turn.inputTokens(), step(call)));
        };
    }

    private void converse(Delivery.Order order, ServerRequest http, ServerResponse response) {
        boolean keepOpen = !http.headers().containsToken(HeaderValues.CONNECTION_CLOSE);
        Connection.CURRENT.get().converse(desk.clock, client -> delivery.run(order, response, client) && keepOpen);
    }

    /** What this call meets: the window of the phase, or else the next step of its item's plan. */
    private Step step(Call call) {
        Step window = faults.window(call.request.phase(), call.request.model());
        if (!window.equals(Step.SERVE) || call.item.isEmpty()) {
            return window;
        }
        return faults.plan(call.item, planned.next(call.item));
    }

    private int inputTokens(ChatRequest request, String prompt) {
        int tokens = behaviour.countTokens(prompt);
        for (ChatRequest.Tool tool : request.tools()) {
            tokens += behaviour.countTokens(tool.name() + " " + tool.description() + " " + tool.parameters());
        }
        return tokens;
    }
}
