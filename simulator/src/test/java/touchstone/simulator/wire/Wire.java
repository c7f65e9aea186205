package touchstone.simulator.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import touchstone.simulator.LimitRule;
import touchstone.simulator.Scenario;
import touchstone.simulator.fault.FaultPlan;
import touchstone.simulator.fault.FaultSchedule;
import touchstone.simulator.fault.Step;
import touchstone.simulator.knowledge.Knowledge;
import touchstone.simulator.ledger.LedgerEntry;
import touchstone.simulator.ledger.MemoryLedger;
import touchstone.simulator.ledger.RunClock;
import touchstone.simulator.model.ModelCard;
import touchstone.simulator.model.Pace;
import touchstone.simulator.upstream.Upstream;
import touchstone.simulator.upstream.UpstreamSettings;

/** A simulated model on a free port, with a client. */
final class Wire implements AutoCloseable {

    static final String KEY = "sk-test";
    static final ModelCard FAST = new ModelCard(
            "sim-fast", 100, ModelCard.SMALL.price(), new Pace(0, 0, 0, 0, 1, 64), ModelCard.SMALL.quality());
    static final ModelCard SLOW = new ModelCard(
            "sim-slow", 100, ModelCard.SMALL.price(), new Pace(1_000, 0, 50_000, 0, 1, 64), ModelCard.SMALL.quality());

    final MemoryLedger ledger = new MemoryLedger();
    final SimulatedModel model;
    private final Closing behind;
    private final HttpClient client = HttpClient.newHttpClient();

    /** What is closed after the model. */
    private interface Closing extends AutoCloseable {
        @Override
        void close();
    }

    Wire(Scenario scenario) {
        this(scenario, System::nanoTime);
    }

    Wire(Scenario scenario, LongSupplier nanoTime) {
        model = SimulatedModel.start(
                scenario,
                new TinyBehaviour(),
                (name, text) -> new float[] {text.length(), 0.5f, -0.25f},
                new RunClock(nanoTime),
                InstantSource.system(),
                ledger,
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        behind = () -> {};
    }

    /** The same scenario with a real server behind it, where at most this much may be spent. */
    Wire(Scenario scenario, RealServer real, long spendCapMicros) {
        Upstream upstream = new Upstream(UpstreamSettings.of(real.address(), RealServer.KEY, spendCapMicros, scenario));
        model = SimulatedModel.start(
                scenario,
                new TinyBehaviour(),
                upstream,
                new RunClock(System::nanoTime),
                InstantSource.system(),
                ledger,
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        behind = upstream::close;
    }

    static Wire plain() {
        return new Wire(scenario(FaultSchedule.NONE, LimitRule.WIDE));
    }

    /** Every call whose prompt carries {@code item-1} meets these steps. */
    static Wire meeting(Step... steps) {
        return new Wire(scenario(new FaultSchedule(Map.of("item-1", FaultPlan.of(steps)), List.of()), LimitRule.WIDE));
    }

    static Scenario scenario(FaultSchedule faults, LimitRule... limits) {
        return new Scenario(7, KEY, List.of(FAST, SLOW), List.of(limits), faults, Knowledge.NONE);
    }

    /** A chat request for item-1, with more fields if wanted, each beginning with a comma. */
    static String chat(String model, String more) {
        return "{\"model\":\"" + model + "\",\"messages\":[{\"role\":\"user\",\"content\":\"say item-1\"}]" + more
                + "}";
    }

    static String stream(String model, String more) {
        return chat(model, ",\"stream\":true" + more);
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return client.send(request(path, body).build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> chat(String body) throws IOException, InterruptedException {
        return post("/v1/chat/completions", body);
    }

    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    HttpRequest.Builder request(String path, String body) {
        return request(path).header("content-type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + model.port() + path))
                .timeout(Duration.ofSeconds(60))
                .header("authorization", "Bearer " + KEY);
    }

    /** A socket that has sent a chat request and read nothing. */
    Socket rawChat(String body) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), model.port());
        socket.setSoTimeout(60_000);
        socket.getOutputStream().write(rawRequest(body).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        return socket;
    }

    static String rawRequest(String body) {
        return "POST /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + KEY
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    /** The ledger, once it has this many lines. */
    List<LedgerEntry> ledger(int lines) throws InterruptedException {
        return await(entries -> entries.size() >= lines);
    }

    /** The last line of the ledger, once it has this many. */
    LedgerEntry line(int lines) throws InterruptedException {
        return ledger(lines).get(lines - 1);
    }

    private List<LedgerEntry> await(Predicate<List<LedgerEntry>> wanted) throws InterruptedException {
        for (int i = 0; i < 3_000 && !wanted.test(ledger.entries()); i++) {
            Thread.sleep(10);
        }
        return ledger.entries();
    }

    static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    /** The payloads of a stream's events. */
    static List<String> events(String body) {
        List<String> events = new ArrayList<>();
        for (String event : body.split("\n\n", -1)) {
            if (event.startsWith("data: ")) {
                events.add(event.substring("data: ".length()));
            }
        }
        return events;
    }

    /** The text of a stream's deltas; events that are not JSON are left out. */
    static String streamedText(String body) {
        StringBuilder text = new StringBuilder();
        for (String event : events(body)) {
            if (event.endsWith("}")) {
                text.append(json(event)
                        .path("choices")
                        .path(0)
                        .path("delta")
                        .path("content")
                        .asString(""));
            }
        }
        return text.toString();
    }

    @Override
    public void close() {
        model.close();
        behind.close();
        client.close();
    }
}
