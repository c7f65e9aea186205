package touchstone.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A load generator in a process of its own, on processor 1: {@code wrk} where it is installed, otherwise
 * {@link LoadClient}. Closed loop: each connection sends its next request when it has its answer.
 */
record Load(boolean wrk, Path work) {

    static final int CONNECTIONS = 16;

    private static final Pattern RESULT = Pattern.compile("RESULT (\\d+) (\\d+) (\\d+) (\\d+) (\\d+)");

    /**
     * What one round gave.
     *
     * @param failed requests without a 200 response
     */
    record Round(double perSecond, double medianMillis, double p99Millis, long failed) {}

    static Load choose(Path work) {
        return new Load(Program.isInstalled("wrk"), work);
    }

    String name() {
        return wrk ? "wrk" : "a Java client";
    }

    Round run(int port, String body, int seconds) throws InterruptedException {
        List<String> command = wrk ? wrk(port, body, seconds) : client(port, body, seconds);
        String output = Program.output(Program.onProcessor(1, command));
        MatchResult result = RESULT.matcher(output)
                .results()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(name() + " printed no result: " + output));
        double micros = Long.parseLong(result.group(2));
        return new Round(
                Long.parseLong(result.group(1)) / (micros / 1e6),
                Long.parseLong(result.group(3)) / 1e3,
                Long.parseLong(result.group(4)) / 1e3,
                Long.parseLong(result.group(5)));
    }

    private List<String> wrk(int port, String body, int seconds) {
        Path script = work.resolve("post.lua");
        try {
            Files.writeString(script, """
                wrk.method = "POST"
                wrk.headers["Content-Type"] = "application/json"
                wrk.headers["Authorization"] = "Bearer simulated"
                wrk.body = [==[%s]==]
                done = function(summary, latency, requests)
                  local e = summary.errors
                  io.write(string.format("RESULT %%d %%d %%d %%d %%d\\n", summary.requests, summary.duration,
                    latency:percentile(50), latency:percentile(99),
                    e.connect + e.read + e.write + e.status + e.timeout))
                end
                """.formatted(body));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + script, e);
        }
        return List.of(
                "wrk",
                "-t1",
                "-c" + CONNECTIONS,
                "-d" + seconds + "s",
                "-s",
                script.toString(),
                "http://127.0.0.1:" + port + Prompts.PATH);
    }

    private static List<String> client(int port, String body, int seconds) {
        return Program.java(
                List.of(),
                LoadClient.class.getName(),
                List.of(String.valueOf(port), String.valueOf(seconds), String.valueOf(CONNECTIONS), body));
    }
}
