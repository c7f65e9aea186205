package touchstone.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import touchstone.measurement.interval.Quantile;
import touchstone.simulator.LimitRule;
import touchstone.simulator.Scenario;
import touchstone.simulator.behaviour.ChatRequest;
import touchstone.simulator.behaviour.GroundedBehaviour;
import touchstone.simulator.fault.FaultSchedule;
import touchstone.simulator.knowledge.Knowledge;
import touchstone.simulator.ledger.MemoryLedger;
import touchstone.simulator.ledger.RunClock;
import touchstone.simulator.model.ModelCard;
import touchstone.simulator.wire.SentenceEmbeddings;
import touchstone.simulator.wire.SimulatedModel;

/** How long the simulated model computes over long prompts, and how many texts a second its embeddings endpoint embeds. */
public final class ModelSpeed {

    private static final int DOCUMENTS = 800;
    private static final int WARM_UP_ROUNDS = 3;
    private static final int ROUNDS = 5;
    private static final int TEXTS = 1_000;
    private static final int BATCH = 100;
    private static final double AIM_MILLIS = 5;
    private static final int AIM_CACHED_TIMES = 20;

    /** @param millis wall time of each prompt; {@code tokens} of the middle prompt */
    private record Reading(List<Double> millis, int tokens, Knowledge knowledge) {}

    private record Embedding(String model, double coldPerSecond, double cachedPerSecond) {}

    private ModelSpeed() {}

    /** {@code arguments}: the repository's root folder. */
    static void main(String[] arguments) throws IOException, InterruptedException {
        Surroundings where = Surroundings.look();
        ReadingWorld world = new ReadingWorld(7, DOCUMENTS);
        Reading reading = reading(world);
        List<String> texts = world.shortTexts(TEXTS);
        List<Embedding> embeddings = List.of(embedding("sim-embed-small", texts), embedding("sim-embed-large", texts));
        Path page = Path.of(arguments[0]).resolve("docs").resolve("benchmarks.md");
        Sections.write(page, "simulated model", section(where, reading, embeddings));
    }

    private static Reading reading(ReadingWorld world) {
        Knowledge knowledge = world.knowledge();
        ModelCard card = ModelCard.LARGE;
        GroundedBehaviour behaviour = new GroundedBehaviour(
                new Scenario(1, "", List.of(card), List.of(LimitRule.WIDE), FaultSchedule.NONE, knowledge));
        List<ChatRequest> prompts = world.prompts(card.id(), knowledge);
        List<Double> millis = new ArrayList<>();
        for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
            for (int i = 0; i < prompts.size(); i++) {
                ChatRequest prompt = prompts.get(i);
                long begun = System.nanoTime();
                behaviour.itemOf(prompt);
                behaviour.countTokens(prompt.promptText());
                behaviour.cachedPrefixTokens(card.id(), prompt);
                behaviour.answer(prompt, card, round + WARM_UP_ROUNDS);
                if (round >= 0) {
                    millis.add((System.nanoTime() - begun) / 1e6);
                }
            }
        }
        int[] tokens = prompts.stream()
                .mapToInt(prompt -> behaviour.countTokens(prompt.promptText()))
                .sorted()
                .toArray();
        return new Reading(millis, tokens[tokens.length / 2], knowledge);
    }

    private static Embedding embedding(String model, List<String> texts) throws IOException, InterruptedException {
        Scenario scenario = Prompts.scenario();
        try (SimulatedModel server = SimulatedModel.start(
                        scenario,
                        new GroundedBehaviour(scenario),
                        new SentenceEmbeddings(),
                        new RunClock(System::nanoTime),
                        Clock.systemUTC(),
                        new MemoryLedger(),
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                HttpClient client = HttpClient.newHttpClient()) {
            perSecond(client, server.port(), model, List.of("a text that loads the model"));
            double cold = perSecond(client, server.port(), model, texts);
            perSecond(client, server.port(), model, texts);
            return new Embedding(model, cold, perSecond(client, server.port(), model, texts));
        }
    }

    private static double perSecond(HttpClient client, int port, String model, List<String> texts)
            throws IOException, InterruptedException {
        long begun = System.nanoTime();
        for (int from = 0; from < texts.size(); from += BATCH) {
            String inputs = texts.subList(from, Math.min(texts.size(), from + BATCH)).stream()
                    .map(text -> JsonMapper.shared().writeValueAsString(text))
                    .collect(Collectors.joining(","));
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/embeddings"))
                    .header("authorization", "Bearer any")
                    .header("content-type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(
                            "{\"model\":\"" + model + "\",\"encoding_format\":\"base64\",\"input\":[" + inputs + "]}"))
                    .build();
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException("the embeddings endpoint says " + response.body());
            }
        }
        return texts.size() * 1e9 / (System.nanoTime() - begun);
    }

    private static String section(Surroundings where, Reading reading, List<Embedding> embeddings) {
        double[] millis =
                reading.millis().stream().mapToDouble(Double::doubleValue).toArray();
        double p99 = Quantile.of(millis, 0.99);
        String rows = embeddings.stream()
                .map(one -> String.format(
                        Locale.ROOT,
                        "| %s | %,.0f | %,.0f | %.0f times; %s |%n",
                        one.model(),
                        one.coldPerSecond(),
                        one.cachedPerSecond(),
                        one.cachedPerSecond() / one.coldPerSecond(),
                        one.cachedPerSecond() >= AIM_CACHED_TIMES * one.coldPerSecond() ? "met" : "not met"))
                .collect(Collectors.joining());
        return String.format(
                Locale.ROOT,
                """
                ## The simulated model's own computing

                `make bench-model` measures this section by itself: %tF, %s. The load average of the minute before was %s.
                A world of %,d documents as knowledge: %,d facts, %,d questions, %,d instructions in texts. One prompt for each question,
                %,d tokens in the middle, with its evidence, a poisoned document in each fourth, and others. Own computing is finding the
                item, counting tokens, the prefix cache and the answer, on one thread, after %d rounds of warm-up.

                Milliseconds of %,d prompts: median %.2f, 95th percentile %.2f, 99th **%.2f**. Aim: at most %.0f; %s.

                Embeddings over HTTP, batches of %d texts of about 120 characters, one client. Aim: cached texts at least %d times as many.

                | model | texts a second, new | texts a second, cached | ratio |
                | --- | ---: | ---: | --- |
                %s\
                """,
                Clock.systemUTC().instant().atZone(ZoneOffset.UTC),
                where.machine(),
                where.load(),
                DOCUMENTS,
                reading.knowledge().facts().size(),
                reading.knowledge().questions().size(),
                reading.knowledge().injections().size(),
                reading.tokens(),
                WARM_UP_ROUNDS,
                millis.length,
                Quantile.of(millis, 0.5),
                Quantile.of(millis, 0.95),
                p99,
                AIM_MILLIS,
                p99 <= AIM_MILLIS ? "met" : "not met",
                BATCH,
                AIM_CACHED_TIMES,
                rows);
    }
}
