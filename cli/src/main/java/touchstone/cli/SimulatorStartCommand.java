package touchstone.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import touchstone.simulator.Scenario;
import touchstone.simulator.behaviour.GroundedBehaviour;
import touchstone.simulator.ledger.FileLedger;
import touchstone.simulator.ledger.Ledger;
import touchstone.simulator.ledger.LedgerEntry;
import touchstone.simulator.ledger.MemoryLedger;
import touchstone.simulator.ledger.RunClock;
import touchstone.simulator.scenario.ScenarioFile;
import touchstone.simulator.wire.SentenceEmbeddings;
import touchstone.simulator.wire.SimulatedModel;

/** {@code touchstone simulator start}. */
@Command(
        name = "start",
        description = "Serves the simulated model on http://127.0.0.1:PORT/v1 until Ctrl-C.",
        mixinStandardHelpOptions = true)
final class SimulatorStartCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Option(
            names = "--port",
            defaultValue = "8787",
            description = "Port on loopback; 0 takes a free one (default: 8787).")
    private int port;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of every decision (default: 1).")
    private long seed;

    @Option(names = "--scenario", paramLabel = "FILE", description = "Models, limits, faults and knowledge, in YAML.")
    private @Nullable Path scenario;

    @Option(names = "--ledger", paramLabel = "FILE", description = "Write a line for each call to this file.")
    private @Nullable Path ledgerFile;

    SimulatorStartCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        if (port < 0 || port > 65_535) {
            throw new BadInputException("--port takes a number from 0 to 65535; got " + port + ".");
        }
        refuseBusyPort(InetAddress.getLoopbackAddress());
        Scenario read = scenario == null ? Scenario.plain(seed) : ScenarioFile.read(scenario);
        try (Interrupts _ = new Interrupts();
                FileLedger file = ledgerFile == null ? null : ledgerIn(ledgerFile)) {
            Ledger ledger = file == null ? new MemoryLedger() : file;
            InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            try (SimulatedModel model = SimulatedModel.start(
                    read,
                    new GroundedBehaviour(read),
                    new SentenceEmbeddings(),
                    new RunClock(System::nanoTime),
                    surroundings.clock(),
                    ledger,
                    address)) {
                surroundings
                        .out()
                        .println("Simulated model on http://127.0.0.1:" + model.port() + "/v1, models "
                                + String.join(
                                        ", ",
                                        read.models().stream()
                                                .map(card -> card.id())
                                                .toList())
                                + ". It is a simulation, not a real model. Ctrl-C ends it.");
                watch(ledger);
            }
        }
        return 0;
    }

    private static FileLedger ledgerIn(Path file) {
        try {
            return new FileLedger(file);
        } catch (UncheckedIOException failed) {
            throw new BadInputException(
                    "The ledger " + file + " cannot be made; name a new file in a folder that exists with --ledger.");
        }
    }

    /** Asks before the server does, because that one answers with pages of log. */
    private void refuseBusyPort(InetAddress host) throws IOException {
        try (ServerSocket _ = new ServerSocket(port, 1, host)) {
            return;
        } catch (BindException taken) {
            throw new BadInputException(
                    "Port " + port + " is in use or not permitted; choose another with --port, or 0 for any free one.");
        }
    }

    private void watch(Ledger ledger) throws InterruptedException {
        int printed = -1;
        while (true) {
            Thread.sleep(500);
            List<LedgerEntry> calls = ledger.entries();
            if (surroundings.terminal() && calls.size() != printed) {
                printed = calls.size();
                surroundings.err().print("\r" + status(calls) + "\u001b[K");
                surroundings.err().flush();
            }
        }
    }

    private static String status(List<LedgerEntry> calls) {
        long faults = calls.stream()
                .filter(call -> !call.served().fault().equals("none"))
                .count();
        long tokens = calls.stream()
                .mapToLong(call -> call.usage().inputTokens() + call.usage().outputTokens())
                .sum();
        long price =
                calls.stream().mapToLong(call -> call.usage().priceMicros()).sum();
        return calls.size() + " calls, " + faults + " with a fault, " + tokens + " tokens, " + price + " micro-units";
    }
}
