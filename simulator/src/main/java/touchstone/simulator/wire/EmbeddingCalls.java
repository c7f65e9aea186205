package touchstone.simulator.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import touchstone.simulator.behaviour.Behaviour;
import touchstone.simulator.fault.Step;
import touchstone.simulator.ledger.LedgerEntry.Usage;
import touchstone.simulator.limit.Admission;
import touchstone.simulator.upstream.Upstream;
import touchstone.simulator.upstream.UpstreamReply;
import touchstone.simulator.upstream.UpstreamUsage;

/**
 * The embeddings endpoint: real vectors under the limits of the scenario. Fault windows reach it, but of the
 * faults inside a 200 response only the slow start; item plans do not.
 */
final class EmbeddingCalls {

    private static final int MOST_INPUTS = 2_048;

    private record Asked(String model, List<String> texts, boolean base64) {}

    private record Work(Asked asked, EmbeddingCard card, int tokens) {}

    private final Desk desk;
    private final Stage stage;
    private final Behaviour behaviour;
    private final Answers answers;
    private final Map<String, EmbeddingCard> cards = new HashMap<>();

    EmbeddingCalls(Desk desk, Behaviour behaviour, Answers answers) {
        this.desk = desk;
        this.stage = new Stage(desk);
        this.behaviour = behaviour;
        this.answers = answers;
        answers.embeddingCards(desk.scenario).forEach(card -> cards.put(card.id(), card));
    }

    void handle(ServerRequest http, ServerResponse response) {
        Call call = desk.begin("embeddings", http);
        Optional<byte[]> body = Body.read(http);
        Optional<ApiError> wrongKey = desk.wrongKey(call);
        if (body.isEmpty()) {
            desk.refuse(call, response, ApiError.tooBig(Body.MOST_BYTES));
        } else if (wrongKey.isPresent()) {
            desk.refuse(call, response, wrongKey.get());
        } else {
            call.body = body.get();
            switch (read(body.get())) {
                case Parsed.Refused<Asked>(ApiError error) -> desk.refuse(call, response, error);
                case Parsed.Accepted<Asked>(Asked asked) -> admit(call, asked, http, response);
            }
        }
    }

    private static Parsed<Asked> read(byte[] body) {
        Fields fields = new Fields();
        JsonNode root = fields.object(body);
        String model = fields.text(root, "model", "model");
        List<String> texts = texts(root.path("input"), fields);
        if (!Fields.absent(root.path("dimensions"))) {
            fields.fail(ApiError.unsupported("dimensions", "This model does not support specifying dimensions."));
        }
        String encoding = fields.textOr(root, "encoding_format", "encoding_format", "float");
        if (!encoding.equals("float") && !encoding.equals("base64")) {
            fields.fail(ApiError.invalid("encoding_format", "Supported values are 'float' and 'base64'."));
        }
        return fields.finish(new Asked(model, texts, encoding.equals("base64")));
    }

    private static List<String> texts(JsonNode input, Fields fields) {
        if (Fields.absent(input)) {
            fields.fail(ApiError.missing("input"));
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode node : input.isArray() ? List.copyOf(input.values()) : List.of(input)) {
            if (node.isNumber() || node.isArray()) {
                fields.fail(ApiError.invalid(
                        "input", "This simulated model embeds strings only; arrays of tokens are not supported."));
            } else if (!node.isString()) {
                fields.fail(ApiError.wrongType("input", "a string or an array of strings"));
            } else if (node.stringValue().isEmpty()) {
                fields.fail(ApiError.invalid("input", "'input' cannot be an empty string."));
            } else {
                texts.add(node.stringValue());
            }
        }
        if (texts.isEmpty() || texts.size() > MOST_INPUTS) {
            fields.fail(ApiError.invalid("input", "'input' must have 1 to " + MOST_INPUTS + " strings."));
        }
        return texts;
    }

    private void admit(Call call, Asked asked, ServerRequest http, ServerResponse response) {
        desk.asked(
                call,
                behaviour.itemOf(String.join("\n", asked.texts())),
                asked.model(),
                RequestKey.of(asked.model(), asked.texts()),
                false);
        EmbeddingCard card = cards.get(asked.model());
        if (card == null) {
            desk.refuse(call, response, ApiError.noModel(asked.model()));
            return;
        }
        int longest = 0;
        int tokens = 0;
        for (String text : asked.texts()) {
            int counted = behaviour.countTokens(text);
            longest = Math.max(longest, counted);
            tokens += counted;
        }
        Admission admission = desk.limiter.admit(call.apiKey, call.request.phase(), asked.model(), tokens);
        call.allowance = Optional.of(admission.allowance());
        switch (admission) {
            case Admission.TooLarge(var left, long wanted) -> {
                call.fault = "limit";
                desk.refuse(
                        call,
                        response,
                        ApiError.tooManyTokens(wanted, left.tokens().limit()));
            }
            case Admission.Refused refused -> {
                call.fault = "limit";
                desk.hint(call, response, new Hint.Both(refused.retryAfterMicros()));
                desk.refuse(call, response, ApiError.rateLimited(refused.bucket()));
            }
            case Admission.Admitted admitted -> {
                if (longest > card.inputTokens()) {
                    desk.refuse(call, response, ApiError.tooLong("input", card.inputTokens(), longest));
                } else {
                    converse(call, new Work(asked, card, tokens), http, response);
                }
            }
        }
    }

    private void forward(Call call, EmbeddingCard card, Upstream upstream, ServerResponse response) {
        try (UpstreamReply reply = upstream.forward(Upstream.Endpoint.EMBEDDINGS, new String(call.body, UTF_8))) {
            UpstreamUsage usage = PlainReply.read(call, reply).send(desk, call, response);
            call.usage = new Usage(usage.inputTokens(), 0, 0, card.priceOf(usage.inputTokens()));
        }
    }

    private void converse(Call call, Work work, ServerRequest http, ServerResponse response) {
        boolean keepOpen = !http.headers().containsToken(HeaderValues.CONNECTION_CLOSE);
        Step step = desk.scenario.faults().window(call.request.phase(), call.request.model());
        Connection.CURRENT
                .get()
                .converse(
                        desk.clock,
                        client -> stage.perform(call, Script.of(step, false), response, client, script -> {
                                    boolean slow = script.delay().isPositive();
                                    call.fault = slow ? script.fault() : "none";
                                    client.waitUntil(
                                            call.receivedMicros + script.delay().toNanos() / 1_000);
                                    switch (answers) {
                                        case Answers.Simulated(Embeddings embeddings) ->
                                            serve(call, work, embeddings, response);
                                        case Answers.Forwarded(Upstream upstream) ->
                                            forward(call, work.card(), upstream, response);
                                    }
                                    return call.abortedMicros < 0;
                                })
                                && keepOpen);
    }

    private void serve(Call call, Work work, Embeddings embeddings, ServerResponse response) {
        Asked asked = work.asked();
        EmbeddingCard card = work.card();
        int tokens = work.tokens();
        StringBuilder json = new StringBuilder("{\"object\":\"list\",\"data\":[");
        for (int i = 0; i < asked.texts().size(); i++) {
            json.append(i == 0 ? "" : ",")
                    .append("{\"object\":\"embedding\",\"index\":")
                    .append(i)
                    .append(",\"embedding\":");
            append(json, embeddings.embed(card.id(), asked.texts().get(i)), asked.base64());
            json.append('}');
        }
        json.append("],\"model\":");
        Json.quote(json, card.id())
                .append(",\"usage\":{\"prompt_tokens\":")
                .append(tokens)
                .append(",\"total_tokens\":")
                .append(tokens)
                .append("}}");
        call.usage = new Usage(tokens, 0, 0, card.priceOf(tokens));
        call.family = "embedding";
        call.recognised = true;
        desk.send(call, response, 200, json.toString().getBytes(UTF_8));
    }

    private static void append(StringBuilder json, float[] vector, boolean base64) {
        if (base64) {
            ByteBuffer bytes = ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asFloatBuffer().put(vector);
            json.append('"')
                    .append(Base64.getEncoder().encodeToString(bytes.array()))
                    .append('"');
            return;
        }
        for (int i = 0; i < vector.length; i++) {
            json.append(i == 0 ? '[' : ',').append(vector[i]);
        }
        json.append(']');
    }
}
