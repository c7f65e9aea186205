package touchstone.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import touchstone.simulator.Scenario;
import touchstone.simulator.behaviour.GroundedBehaviour;
import touchstone.simulator.ledger.FileLedger;
import touchstone.simulator.ledger.Ledger;
import touchstone.simulator.ledger.MemoryLedger;
import touchstone.simulator.ledger.RunClock;
import touchstone.simulator.ledger.Tally;
import touchstone.simulator.model.ModelCard;
import touchstone.simulator.scenario.ScenarioFile;
import touchstone.simulator.upstream.Upstream;
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

    @ArgGroup(exclusive = false, heading = "To put limits, faults and the ledger before a real server:%n")
    private @Nullable UpstreamArguments real;

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
                Upstream upstream = real == null ? null : real.open(read);
                FileLedger file = ledgerFile == null ? null : ledgerIn(ledgerFile)) {
            Tally ledger = new Tally(file == null ? new MemoryLedger() : file);
            InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            try (SimulatedModel model = listen(read, upstream, ledger, address)) {
                String models = read.models().stream().map(ModelCard::id).collect(Collectors.joining(", "));
                surroundings
                        .out()
                        .println((real == null ? "Simulated model" : "Limits and faults before a real server")
                                + " on http://127.0.0.1:" + model.port() + "/v1, models " + models + ". "
                                + (real == null ? "It is a simulation, not a real model." : real.promise())
                                + " Ctrl-C ends it.");
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

    private SimulatedModel listen(
            Scenario read, @Nullable Upstream upstream, Ledger ledger, InetSocketAddress address) {
        GroundedBehaviour behaviour = new GroundedBehaviour(read);
        RunClock clock = new RunClock(System::nanoTime);
        return upstream == null
                ? SimulatedModel.start(
                        read, behaviour, new SentenceEmbeddings(), clock, surroundings.clock(), ledger, address)
                : SimulatedModel.start(read, behaviour, upstream, clock, surroundings.clock(), ledger, address);
    }

    private void watch(Tally ledger) throws InterruptedException {
        String printed = "";
        while (true) {
            Thread.sleep(500);
            String status = ledger.sentence();
            if (surroundings.terminal() && !status.equals(printed)) {
                printed = status;
                surroundings.err().print("\r" + status + "\u001b[K");
                surroundings.err().flush();
            }
        }
    }
}
