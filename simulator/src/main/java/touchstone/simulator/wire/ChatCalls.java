package touchstone.simulator.wire;

import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import touchstone.simulator.behaviour.Behaviour;
import touchstone.simulator.behaviour.ChatRequest;
import touchstone.simulator.fault.FaultSchedule;
import touchstone.simulator.fault.Step;
import touchstone.simulator.limit.Admission;
import touchstone.simulator.model.ModelCard;

/** The chat completions endpoint up to the decision what the call meets: key, item, limiter, window, plan. */
final class ChatCalls {

    private final Desk desk;
    private final Behaviour behaviour;
    private final Delivery delivery;
    private final FaultSchedule faults;
    private final Map<String, ModelCard> cards = new HashMap<>();
    private final Counters planned = new Counters();

    ChatCalls(Desk desk, Behaviour behaviour, Answers answers) {
        this.desk = desk;
        this.behaviour = behaviour;
        this.delivery = new Delivery(desk, behaviour, answers);
        this.faults = desk.scenario.faults();
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
        desk.asked(call, behaviour.itemOf(prompt), request.model(), RequestKey.of(request), request.streamed());
        ModelCard card = cards.get(request.model());
        if (card == null) {
            desk.refuse(call, response, ApiError.noModel(request.model()));
            return;
        }
        int input = inputTokens(request, prompt);
        int asked = (int)
                Math.min(Integer.MAX_VALUE, (long) input + request.maxTokens().orElse(0));
        Admission admission = desk.limiter.admit(call.apiKey, call.request.phase(), request.model(), asked);
        call.allowance = Optional.of(admission.allowance());
        switch (admission) {
            case Admission.TooLarge(var left, long tokens) -> {
                call.fault = "limit";
                desk.refuse(
                        call,
                        response,
                        ApiError.tooManyTokens(tokens, left.tokens().limit()));
            }
            case Admission.Refused refused -> {
                call.fault = "limit";
                desk.hint(call, response, new Hint.Both(refused.retryAfterMicros()));
                desk.refuse(call, response, ApiError.rateLimited(refused.bucket()));
            }
            case Admission.Admitted admitted -> {
                if (asked > card.contextTokens()) {
                    desk.refuse(call, response, ApiError.tooLong("messages", card.contextTokens(), asked));
                } else {
                    converse(new Delivery.Order(call, request, card, input, step(call)), http, response);
                }
            }
        }
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
