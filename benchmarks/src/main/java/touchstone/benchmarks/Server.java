package touchstone.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * A server under test, in a process of its own, that answers {@code POST /v1/chat/completions}. Each peer is started from
 * its own command line and configured for speed: no request journal, no log.
 *
 * @param port on loopback
 */
record Server(String name, Program program, int port) implements AutoCloseable {

    private static final ObjectMapper JSON = JsonMapper.shared();
    private static final List<String> HEAP = List.of("-Xms1g", "-Xmx1g");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The simulator. {@code options} are the JVM's; {@code pinned} holds it to processor 0. */
    static Server simulator(Path work, List<String> options, boolean pinned) throws InterruptedException {
        List<String> command = Program.java(options, SimulatorServer.class.getName(), List.of());
        return start("Touchstone", pinned ? Program.onProcessor(0, command) : command, work);
    }

    /** The simulator with the heap and the processor that the peers get. */
    static Server simulator(Path work) throws InterruptedException {
        return simulator(work, HEAP, true);
    }

    /** WireMock with a body to answer. */
    static Server wireMock(Path work, String body) throws InterruptedException {
        return start("WireMock", Program.onProcessor(0, wireMock(work, body, "", HEAP, 64)), work);
    }

    /** WireMock with a body that it gives out in equal pieces at equal times, over some milliseconds. */
    static Server dribblingWireMock(Path work, String body, int pieces, int millis, List<String> options)
            throws InterruptedException {
        String dribble =
                ",\"chunkedDribbleDelay\":{\"numberOfChunks\":" + pieces + ",\"totalDuration\":" + millis + "}";
        return start("WireMock", wireMock(work, body, dribble, options, 1_100), work);
    }

    private static List<String> wireMock(Path work, String body, String delay, List<String> options, int threads) {
        Path root = work.resolve("wiremock-" + threads);
        write(
                root.resolve("mappings").resolve("chat.json"),
                "{\"request\":{\"method\":\"POST\",\"urlPath\":" + quoted(Prompts.PATH)
                        + "},\"response\":{\"status\":200,\"headers\":{\"content-type\":\"application/json\"},\"body\":"
                        + quoted(body) + delay + "}}");
        return Program.java(
                options,
                "wiremock.Run",
                List.of(
                        "--root-dir",
                        root.toString(),
                        "--no-request-journal",
                        "--disable-banner",
                        "--disable-request-logging",
                        "--container-threads",
                        String.valueOf(threads),
                        "--port"));
    }

    /** MockServer with a body to answer. */
    static Server mockServer(Path work, String body) throws InterruptedException {
        Path expectations = work.resolve("mockserver.json");
        write(
                expectations,
                "[{\"httpRequest\":{\"method\":\"POST\",\"path\":" + quoted(Prompts.PATH)
                        + "},\"httpResponse\":{\"statusCode\":200,\"headers\":{\"content-type\":[\"application/json\"]},"
                        + "\"body\":" + quoted(body) + "}}]");
        List<String> options = List.of(
                HEAP.getFirst(),
                HEAP.getLast(),
                "-Dmockserver.logLevel=OFF",
                "-Dmockserver.disableLogging=true",
                "-Dmockserver.maxLogEntries=1",
                "-Dmockserver.initializationJsonPath=" + expectations);
        List<String> command = Program.java(options, "org.mockserver.cli.Main", List.of("-serverPort"));
        return start("MockServer", Program.onProcessor(0, command), work);
    }

    /** @param command that takes the port as its last argument */
    private static Server start(String name, List<String> command, Path work) throws InterruptedException {
        int port = freePort();
        List<String> whole = new ArrayList<>(command);
        whole.add(String.valueOf(port));
        Path log = work.resolve(name + "-" + port + ".log");
        Server server = new Server(name, Program.start(whole, log), port);
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < PATIENCE.toNanos() && server.program.isRunning()) {
            if (server.answers()) {
                return server;
            }
            Thread.sleep(200);
        }
        server.close();
        throw new IllegalStateException(name + " did not start: " + read(log));
    }

    private boolean answers() throws InterruptedException {
        try {
            return !answer(Prompts.plain()).isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    /** The body that it answers to a request; fails when the status is not 200. */
    String answer(String request) throws IOException, InterruptedException {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpResponse<String> response = client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + Prompts.PATH))
                            .timeout(Duration.ofSeconds(20))
                            .header("authorization", "Bearer simulated")
                            .header("content-type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(request))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException(name + " answered " + response.statusCode());
            }
            return response.body();
        }
    }

    /** Events of equal length, as many as one stream of the simulator has up to its last token. */
    static String equalEvents() {
        return IntStream.rangeClosed(0, Prompts.TOKENS)
                .mapToObj("data: {\"choices\":[{\"delta\":{\"content\":\" w%02d\"}}]}\n\n"::formatted)
                .reduce("", String::concat);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port", e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "no log (" + e.getMessage() + ")";
        }
    }

    private static String quoted(String text) {
        return JSON.writeValueAsString(text);
    }

    @Override
    public void close() {
        program.close();
    }
}
