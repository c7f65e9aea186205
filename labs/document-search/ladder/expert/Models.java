import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Calls to the models. One loop owns every decision about another try: which model of several, when, and whether there is
 * still time.
 */
final class Models {

    /** No model could answer in time. */
    @SuppressWarnings("serial")
    static final class Unavailable extends Exception {
        Unavailable(String message) {
            super(message);
        }
    }

    /** A moment by which something must be done. */
    record Deadline(long nanos) {
        static Deadline in(Duration time) {
            return new Deadline(System.nanoTime() + time.toNanos());
        }

        double seconds() {
            return (nanos - System.nanoTime()) / 1e9;
        }
    }

    private static final double ROOM = 0.35; // seconds: no call starts with less left
    private static final double PATIENCE = 0.6; // seconds behind a limit before the next model is asked
    private static final int TRIES = 4;

    private final String base = System.getenv("OPENAI_BASE_URL");
    private final String key = System.getenv("OPENAI_API_KEY");
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();

    /** The text of the answer of the first of these models that can give one. */
    String chat(List<String> models, List<Map<String, Object>> messages, Map<String, Object> options, Deadline deadline)
            throws Unavailable, InterruptedException {
        Map<String, Object> body = new LinkedHashMap<>(options);
        body.put("messages", messages);
        Map<String, Object> choice = Json.object(Json.list(post("/chat/completions", models, body, deadline)
                        .get("choices"))
                .getFirst());
        return String.valueOf(Json.object(choice.get("message")).get("content"));
    }

    /** One vector of length 1 for each text. */
    List<float[]> embed(String model, List<String> texts, Deadline deadline) throws Unavailable, InterruptedException {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("input", texts);
        body.put("encoding_format", "base64");
        List<float[]> vectors = new ArrayList<>();
        for (Object entry : Json.list(post("/embeddings", List.of(model), body, deadline).get("data"))) {
            byte[] bytes = Base64.getDecoder().decode((String) Json.object(entry).get("embedding"));
            float[] vector = new float[bytes.length / Float.BYTES];
            ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
            vectors.add(vector);
        }
        return vectors;
    }

    private Map<String, Object> post(String path, List<String> models, Map<String, Object> body, Deadline deadline)
            throws Unavailable, InterruptedException {
        int size = Json.write(body).length() / 3;
        String trouble = "there was no time left";
        for (int tries = 0; tries < TRIES; ) {
            Lane lane = lane(models, size);
            double wait = lane.secondsUntilFree(size);
            if (wait + ROOM > deadline.seconds()) {
                break;
            }
            if (wait > 0) {
                Thread.sleep((long) Math.ceil(wait * 1000));
            }
            var ticket = lane.enter(size);
            if (ticket.isEmpty()) {
                continue; // somebody else was faster
            }
            tries++;
            body.put("model", lane.model);
            try {
                HttpResponse<String> response = client.send(request(path, body, deadline), BodyHandlers.ofString());
                lane.learn(response.headers(), ticket.get());
                switch (response.statusCode()) {
                    case 200 -> {
                        return Json.object(Json.read(response.body()));
                    }
                    case 429 -> lane.close(Lane.retryAfter(response.headers()));
                    case 400, 401, 403, 404, 413 -> throw new Unavailable("refused: " + response.body());
                    default -> lane.close(pause(tries));
                }
                trouble = "status " + response.statusCode();
            } catch (IOException | IllegalArgumentException | ClassCastException broken) {
                trouble = String.valueOf(broken.getMessage());
                Thread.sleep((long) (1000 * pause(tries)));
            }
        }
        throw new Unavailable(trouble);
    }

    /** The first model that is soon free, otherwise the one that is free first. */
    private Lane lane(List<String> models, int size) {
        Lane best = null;
        for (String model : models) {
            Lane lane = lanes.computeIfAbsent(model, Lane::new);
            double wait = lane.secondsUntilFree(size);
            if (wait <= PATIENCE) {
                return lane;
            }
            if (best == null || wait < best.secondsUntilFree(size)) {
                best = lane;
            }
        }
        return best;
    }

    private HttpRequest request(String path, Map<String, Object> body, Deadline deadline) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofMillis(Math.max(100, (long) (1000 * deadline.seconds()))))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + key)
                .POST(HttpRequest.BodyPublishers.ofString(Json.write(body)))
                .build();
    }

    private static double pause(int tries) {
        return ThreadLocalRandom.current().nextDouble(0.1, 0.2 * (1 << tries));
    }
}
