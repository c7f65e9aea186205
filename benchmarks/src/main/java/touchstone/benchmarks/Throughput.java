package touchstone.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import touchstone.benchmarks.Load.Round;
import touchstone.measurement.interval.Quantile;

/** Requests per second and 99th percentile of plain chat completions, beside two HTTP mock servers with an equal body. */
final class Throughput {

    static final double AIM = 3;

    private static final int WARM_UP_SECONDS = 8;
    private static final int ROUND_SECONDS = 4;
    private static final int ROUNDS = 3;

    private record Contender(String title, Server server, String request) {}

    /** All rounds of one contender. */
    record Row(String title, List<Round> rounds) {

        double perSecond() {
            return median(rounds.stream().map(Round::perSecond).toList());
        }

        double medianMillis() {
            return median(rounds.stream().map(Round::medianMillis).toList());
        }

        long failed() {
            return rounds.stream().mapToLong(Round::failed).sum();
        }
    }

    /** @param rows the simulator first, the peers after it, then the simulator with more to do */
    record Result(String load, int bodyBytes, List<Row> rows) {

        Row betterPeer() {
            return rows.get(1).perSecond() >= rows.get(2).perSecond() ? rows.get(1) : rows.get(2);
        }

        double ratio() {
            return rows.getFirst().perSecond() / betterPeer().perSecond();
        }
    }

    private Throughput() {}

    static Result measure(Path work) throws IOException, InterruptedException {
        Load load = Load.choose(work);
        try (Server ours = Server.simulator(work)) {
            String body = ours.answer(Prompts.plain());
            try (Server wireMock = Server.wireMock(work, body);
                    Server mockServer = Server.mockServer(work, body)) {
                List<Contender> contenders = List.of(
                        new Contender("Touchstone simulator", ours, Prompts.plain()),
                        new Contender("WireMock", wireMock, Prompts.plain()),
                        new Contender("MockServer", mockServer, Prompts.plain()),
                        new Contender(
                                "Touchstone simulator, answering from evidence in the prompt",
                                ours,
                                Prompts.grounded(false)));
                return new Result(load.name(), body.length(), rounds(contenders, load));
            }
        }
    }

    private static List<Row> rounds(List<Contender> contenders, Load load) throws InterruptedException {
        for (Contender contender : contenders) {
            load.run(contender.server().port(), contender.request(), WARM_UP_SECONDS);
        }
        Map<String, List<Round>> rounds = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (Contender contender : contenders) {
                rounds.computeIfAbsent(contender.title(), first -> new ArrayList<>())
                        .add(load.run(contender.server().port(), contender.request(), ROUND_SECONDS));
            }
        }
        return rounds.entrySet().stream()
                .map(entry -> new Row(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }

    private static double median(List<Double> values) {
        return Quantile.of(values.stream().mapToDouble(Double::doubleValue).toArray(), 0.5);
    }
}
