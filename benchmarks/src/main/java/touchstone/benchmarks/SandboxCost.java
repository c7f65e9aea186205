package touchstone.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import touchstone.measurement.interval.Quantile;
import touchstone.runner.sandbox.Box;
import touchstone.runner.sandbox.BoxRequest;
import touchstone.runner.sandbox.Sandbox;
import touchstone.simulator.Scenario;
import touchstone.simulator.behaviour.GroundedBehaviour;
import touchstone.simulator.ledger.MemoryLedger;
import touchstone.simulator.ledger.RunClock;
import touchstone.simulator.wire.SentenceEmbeddings;
import touchstone.simulator.wire.SimulatedModel;

/** What a sandbox costs: its start, and its relays on each request, into the box and out of it to the model. */
final class SandboxCost {

    private static final int STARTS = 3;
    private static final int REQUESTS = 300;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String PROGRAM = """
        import http.client, http.server, os, time, urllib.parse
        model = urllib.parse.urlparse(os.environ['OPENAI_BASE_URL'])
        ask = os.environ['ASK'].encode()
        def calls(count):
            connection = http.client.HTTPConnection(model.hostname, model.port, timeout=20)
            times = []
            for _ in range(count):
                begun = time.perf_counter_ns()
                connection.request('POST', model.path + '/chat/completions', ask,
                    {'Authorization': 'Bearer simulated', 'Content-Type': 'application/json'})
                reply = connection.getresponse()
                reply.read()
                if reply.status != 200:
                    raise RuntimeError(reply.status)
                times.append(str(time.perf_counter_ns() - begun))
            return ' '.join(times).encode()
        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = 'HTTP/1.1'
            disable_nagle_algorithm = True
            wbufsize = -1
            def do_GET(self):
                body = calls(int(self.path[7:])) if self.path.startswith('/calls/') else b'ok'
                self.send_response(200)
                self.send_header('Content-Length', str(len(body)))
                self.end_headers()
                self.wfile.write(body)
            def log_message(self, *arguments):
                pass
        http.server.ThreadingHTTPServer(('127.0.0.1', int(os.environ['PORT'])), Handler).serve_forever()
        """;

    /**
     * Medians; milliseconds.
     *
     * @param start from the request for a box to the program's first answer
     * @param in one request from the host to the program, on a connection that stays open
     * @param out one call from the program to the model, likewise
     */
    record Result(String sandbox, double start, double in, double out) {}

    private SandboxCost() {}

    static Result measure(Sandbox sandbox, Path work) throws IOException, InterruptedException {
        Path solution = Files.createTempDirectory(work, "solution");
        Files.writeString(solution.resolve("app.py"), PROGRAM);
        Scenario scenario = Prompts.scenario();
        try (SimulatedModel model = SimulatedModel.start(
                scenario,
                new GroundedBehaviour(scenario),
                new SentenceEmbeddings(),
                new RunClock(System::nanoTime),
                Clock.systemUTC(),
                new MemoryLedger(),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            double[] starts = new double[STARTS];
            double[] in = new double[0];
            double[] out = new double[0];
            for (int i = 0; i < STARTS; i++) {
                BoxRequest request = new BoxRequest(
                        solution,
                        BoxRequest.Shown.NOTHING,
                        Optional.empty(),
                        "/usr/bin/python3 app.py",
                        model.address(),
                        Map.of("OPENAI_API_KEY", "simulated", "ASK", Prompts.plain()),
                        BoxRequest.Limits.DEFAULT,
                        Files.createTempDirectory(work, "box"));
                long begun = System.nanoTime();
                try (Box box = sandbox.start(request);
                        HttpClient client = HttpClient.newBuilder()
                                .version(HttpClient.Version.HTTP_1_1)
                                .build()) {
                    awaitAnswer(client, box);
                    starts[i] = (System.nanoTime() - begun) / 1e6;
                    if (i == STARTS - 1) {
                        requests(client, box);
                        in = requests(client, box);
                        get(client, box, "/calls/" + REQUESTS);
                        out = Stream.of(get(client, box, "/calls/" + REQUESTS).split(" ", -1))
                                .mapToDouble(nanos -> Long.parseLong(nanos) / 1e6)
                                .toArray();
                    }
                }
            }
            return new Result(sandbox.name(), median(starts), median(in), median(out));
        }
    }

    private static void awaitAnswer(HttpClient client, Box box) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        while (true) {
            try {
                get(client, box, "/healthz");
                return;
            } catch (IOException notYet) {
                if (box.exitStatus().isPresent() || System.nanoTime() - begun > PATIENCE.toNanos()) {
                    throw new IOException("the program in the box did not start: " + box.outputTail(500), notYet);
                }
                Thread.sleep(5);
            }
        }
    }

    private static double[] requests(HttpClient client, Box box) throws IOException, InterruptedException {
        double[] millis = new double[REQUESTS];
        for (int i = 0; i < REQUESTS; i++) {
            long begun = System.nanoTime();
            get(client, box, "/");
            millis[i] = (System.nanoTime() - begun) / 1e6;
        }
        return millis;
    }

    private static String get(HttpClient client, Box box, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(box.address() + path))
                .timeout(PATIENCE)
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return Quantile.ofSorted(sorted, 0.5);
    }
}
