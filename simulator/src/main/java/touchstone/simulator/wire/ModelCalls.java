package touchstone.simulator.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The models endpoints. */
final class ModelCalls {

    private final Desk desk;
    private final Set<String> ids = new LinkedHashSet<>();

    ModelCalls(Desk desk, Answers answers) {
        this.desk = desk;
        desk.scenario.models().forEach(card -> ids.add(card.id()));
        answers.embeddingCards(desk.scenario).forEach(card -> ids.add(card.id()));
    }

    void all(ServerRequest http, ServerResponse response) {
        String models = ids.stream().map(ModelCalls::model).collect(Collectors.joining(","));
        answer(http, response, Optional.of("{\"object\":\"list\",\"data\":[" + models + "]}"), "");
    }

    void one(ServerRequest http, ServerResponse response) {
        String id = http.path().pathParameters().get("id");
        answer(http, response, ids.contains(id) ? Optional.of(model(id)) : Optional.empty(), id);
    }

    private void answer(ServerRequest http, ServerResponse response, Optional<String> json, String id) {
        Call call = desk.begin("models", http);
        Optional<ApiError> wrongKey = desk.wrongKey(call);
        if (wrongKey.isPresent()) {
            desk.refuse(call, response, wrongKey.get());
            return;
        }
        desk.asked(call, "", id, RequestKey.of(id, java.util.List.of("models")), false);
        if (json.isEmpty()) {
            desk.refuse(call, response, ApiError.noModel(id));
            return;
        }
        desk.send(call, response, 200, json.get().getBytes(UTF_8));
        desk.end(call);
    }

    private static String model(String id) {
        return "{\"id\":" + Json.quote(id)
                + ",\"object\":\"model\",\"created\":1767225600,\"owned_by\":\"touchstone\"}";
    }
}
