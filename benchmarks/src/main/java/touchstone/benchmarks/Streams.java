package touchstone.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The delivered time between tokens, as a client sees it, with many streams at once; and the server's memory. */
final class Streams {

    static final double P99_ERROR_AIM_MILLIS = 15;
    static final double MEAN_AIM_MILLIS = 20.5;
    static final long MEMORY_AIM_MEBIBYTES = 400;

    private static final List<Integer> COUNTS = List.of(200, 500, 1_000);
    private static final int ROUNDS = 2;
    private static final int WARM_UPS = 3;

    private static final String HEAP = "-Xmx256m";

    /** The garbage collector that the launcher chooses. */
    private static final List<String> SERIAL = List.of("-XX:+UseSerialGC", HEAP);

    /** Hardly any pauses, for more processor time and memory. */
    private static final List<String> ZGC = List.of("-XX:+UseZGC", HEAP);

    /**
     * One server at one number of streams, all rounds together.
     *
     * @param whole streams of which every token came
     * @param mebibytes most resident memory that was seen
     */
    record Row(String title, int streams, Gaps gaps, int opened, int whole, long mebibytes) {

        boolean meetsAims() {
            return gaps.p99Error() <= P99_ERROR_AIM_MILLIS
                    && gaps.mean() <= MEAN_AIM_MILLIS
                    && mebibytes < MEMORY_AIM_MEBIBYTES
                    && whole == opened;
        }
    }

    private Streams() {}

    static List<Row> measure(Path work) throws IOException, InterruptedException {
        List<Row> rows = new ArrayList<>();
        int pieces = Prompts.TOKENS + 1;
        try (Server ours = Server.simulator(work, SERIAL, false)) {
            rows.addAll(rows("Touchstone simulator, " + String.join(" ", SERIAL), ours));
        }
        try (Server ours = Server.simulator(work, ZGC, false)) {
            rows.addAll(rows("Touchstone simulator, " + String.join(" ", ZGC), ours));
        }
        try (Server peer =
                Server.dribblingWireMock(work, Server.equalEvents(), pieces, pieces * Prompts.GAP_MILLIS, SERIAL)) {
            rows.addAll(rows("WireMock, chunked dribble, " + String.join(" ", SERIAL), peer));
        }
        return rows;
    }

    private static List<Row> rows(String title, Server server) throws InterruptedException {
        for (int i = 0; i < WARM_UPS; i++) {
            round(server, COUNTS.getLast(), new ArrayList<>());
        }
        List<Row> rows = new ArrayList<>();
        for (int count : COUNTS) {
            List<Double> gaps = new ArrayList<>();
            int whole = 0;
            long memory = 0;
            for (int i = 0; i < ROUNDS; i++) {
                Seen seen = round(server, count, gaps);
                whole += seen.whole();
                memory = Math.max(memory, seen.mebibytes());
            }
            Gaps all = Gaps.of(gaps.stream().mapToDouble(Double::doubleValue).toArray());
            rows.add(new Row(title, count, all, count * ROUNDS, whole, memory));
        }
        return rows;
    }

    private record Seen(int whole, long mebibytes) {}

    private static Seen round(Server server, int count, List<Double> gaps) throws InterruptedException {
        List<String> command = Program.java(
                List.of("-XX:+UseSerialGC", "-Xms256m"),
                StreamClient.class.getName(),
                List.of(String.valueOf(server.port()), String.valueOf(count), Prompts.grounded(true)));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> printed = threads.submit(() -> Program.output(command));
            long memory = -1;
            while (!printed.isDone()) {
                memory = Math.max(memory, server.program().residentMebibytes());
                Thread.sleep(100);
            }
            int whole = 0;
            for (String line : printed.get().lines().toList()) {
                if (line.startsWith("WHOLE ")) {
                    whole = Integer.parseInt(line.substring("WHOLE ".length()));
                } else {
                    gaps.add(Long.parseLong(line) / 1e6);
                }
            }
            return new Seen(whole, memory);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the stream client failed", e);
        }
    }
}
