package touchstone.simulator.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchstone.simulator.LimitRule;
import touchstone.simulator.fault.Fault;
import touchstone.simulator.fault.FaultPlan;
import touchstone.simulator.fault.FaultSchedule;
import touchstone.simulator.fault.Step;
import touchstone.simulator.ledger.LedgerEntry;
import touchstone.simulator.ledger.MemoryLedger;
import touchstone.simulator.ledger.RunClock;

class ConnectionTests {

    @Test
    void noticesWhoLeavesBeforeAPlainAnswer() throws Exception {
        try (Wire wire = Wire.plain()) {
            Socket socket = wire.rawChat(Wire.chat("sim-slow", ""));
            Thread.sleep(100);
            socket.close();
            LedgerEntry line = wire.line(1);
            assertThat(line.served().clientAborted()).isTrue();
            assertThat(line.served().status()).isZero();
            assertThat(line.usage().inputTokens()).isEqualTo(2);
            assertThat(line.usage().outputTokens()).isZero();
        }
    }

    @Test
    void chargesALeftStreamForWhatWasSent() throws Exception {
        try (Wire wire = Wire.plain()) {
            Socket socket = wire.rawChat(Wire.stream("sim-slow", ""));
            InputStream in = socket.getInputStream();
            StringBuilder seen = new StringBuilder();
            while (seen.indexOf("\" three\"") < 0) {
                seen.append((char) in.read());
            }
            socket.close();
            LedgerEntry line = wire.line(1);
            assertThat(line.served().clientAborted()).isTrue();
            assertThat(line.usage().outputTokens())
                    .isEqualTo(line.tokens().sentMicros().size())
                    .isBetween(3, 11);
            assertThat(line.usage().priceMicros()).isPositive();
        }
    }

    @Test
    void servesManyRequestsOnOneConnection() throws Exception {
        try (Wire wire = Wire.plain();
                Socket socket = wire.rawChat(Wire.stream("sim-fast", ""))) {
            readUntil(socket.getInputStream(), "0\r\n\r\n");
            socket.getOutputStream()
                    .write(Wire.rawRequest(Wire.stream("sim-fast", "")).getBytes(UTF_8));
            readUntil(socket.getInputStream(), "0\r\n\r\n");
            assertThat(wire.ledger(2))
                    .extracting(line -> line.served().clientAborted())
                    .containsOnly(false);
        }
    }

    @Test
    void closesWhenTheClientAsksForIt() throws Exception {
        try (Wire wire = Wire.plain();
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), wire.model.port())) {
            socket.setSoTimeout(30_000);
            String request =
                    Wire.rawRequest(Wire.chat("sim-fast", "")).replaceFirst("Host:", "Connection: close\r\nHost:");
            socket.getOutputStream().write(request.getBytes(UTF_8));
            assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
                    .contains("\"stop\"");
            assertThat(wire.line(1).served().clientAborted()).isFalse();
        }
    }

    @Test
    void servesOnAUnixSocket(@TempDir Path folder) throws Exception {
        Path path = folder.resolve("model.sock");
        MemoryLedger ledger = new MemoryLedger();
        UnixDomainSocketAddress address = UnixDomainSocketAddress.of(path);
        try (SimulatedModel model = SimulatedModel.start(
                        Wire.scenario(FaultSchedule.NONE, LimitRule.WIDE),
                        new TinyBehaviour(),
                        (name, text) -> new float[] {1},
                        new RunClock(System::nanoTime),
                        InstantSource.system(),
                        ledger,
                        address);
                SocketChannel channel = SocketChannel.open(address)) {
            assertThat(model.address()).isEqualTo(address);
            assertThat(model.port()).isEqualTo(-1);
            channel.write(
                    ByteBuffer.wrap(Wire.rawRequest(Wire.stream("sim-fast", "")).getBytes(UTF_8)));
            assertThat(readUntil(Channels.newInputStream(channel), "0\r\n\r\n")).contains("[DONE]");
        }
        assertThat(ledger.entries()).hasSize(1);
        assertThat(Files.exists(path)).isFalse();
    }

    @Test
    void survivesARequestThatBreaksOff() throws Exception {
        try (Wire wire = Wire.plain()) {
            String request = Wire.rawRequest(Wire.chat("sim-fast", ""));
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), wire.model.port())) {
                socket.getOutputStream()
                        .write(request.substring(0, request.length() - 5).getBytes(UTF_8));
            }
            assertThat(wire.line(1).usage()).isEqualTo(LedgerEntry.Usage.NONE);
            assertThat(wire.chat(Wire.chat("sim-fast", "")).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void finishesTheLedgerWhenItCloses() throws Exception {
        Wire wire = Wire.plain();
        try (Socket socket = wire.rawChat(Wire.stream("sim-slow", ""))) {
            assertThat(socket.getInputStream().read()).isEqualTo('H');
            wire.close();
        }
        assertThat(wire.ledger.entries()).hasSize(1);
    }

    @Test
    void answersTheSameWhateverTheOrder() throws Exception {
        List<String> alone = answers(1);
        assertThat(alone).hasSize(200);
        for (int round = 0; round < 5; round++) {
            assertThat(answers(16)).containsExactlyElementsOf(alone);
        }
    }

    /** The clock, which the limiter reads between the counting and the plan, holds up every other call. */
    @Test
    void takesNumberAndPlanStepTogether() throws Exception {
        FaultPlan plan = FaultPlan.of(
                new Fault.HttpError(500),
                new Fault.HttpError(503),
                new Fault.TruncatedByLength(),
                new Fault.UsageMissing(),
                new Fault.InsufficientQuota(),
                Step.SERVE);
        AtomicInteger reads = new AtomicInteger();
        LongSupplier unsteady = () -> {
            if (reads.incrementAndGet() % 2 == 0) {
                LockSupport.parkNanos(3_000_000);
            }
            return System.nanoTime();
        };
        FaultSchedule faults = new FaultSchedule(Map.of("item-1", plan), List.of());
        try (Wire wire = new Wire(Wire.scenario(faults, LimitRule.WIDE), unsteady);
                ExecutorService pool = Executors.newFixedThreadPool(12)) {
            pool.invokeAll(Collections.nCopies(12, () -> wire.chat(Wire.chat("sim-fast", ""))));
            for (LedgerEntry line : wire.ledger(12)) {
                Step met = plan.at(line.request().attempt());
                assertThat(line.served().fault()).isEqualTo(met instanceof Fault fault ? fault.name() : "none");
                assertThat(line.request().itemCall()).isEqualTo(line.request().attempt());
            }
        }
    }

    /** What ten calls for each of twenty items got, sorted; bodies without the creation time. */
    private static List<String> answers(int threads) throws Exception {
        Map<String, FaultPlan> plans = new HashMap<>();
        for (int item = 0; item < 20; item++) {
            plans.put(
                    "item-" + item, FaultPlan.of(new Fault.HttpError(503), new Fault.TruncatedByLength(), Step.SERVE));
        }
        Queue<String> answers = new ConcurrentLinkedQueue<>();
        try (Wire wire = new Wire(Wire.scenario(new FaultSchedule(plans, List.of()), LimitRule.WIDE))) {
            try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
                List<Callable<Boolean>> calls = new ArrayList<>();
                for (int i = 0; i < 200; i++) {
                    String item = "item-" + i % 20;
                    String body = Wire.chat("sim-fast", "").replace("item-1", item);
                    calls.add(() -> answers.add(item + wire.chat(body).body().replaceAll("\"created\":\\d+,", "")));
                }
                pool.invokeAll(calls);
            }
            assertThat(wire.ledger(200))
                    .extracting(LedgerEntry::call)
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
        return answers.stream().sorted().toList();
    }

    private static String readUntil(InputStream in, String end) throws Exception {
        StringBuilder seen = new StringBuilder();
        while (!seen.toString().endsWith(end)) {
            int next = in.read();
            assertThat(next).as("after %s", seen).isNotNegative();
            seen.append((char) next);
        }
        return seen.toString();
    }
}
