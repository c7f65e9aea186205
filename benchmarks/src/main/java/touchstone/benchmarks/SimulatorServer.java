package touchstone.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import touchstone.simulator.Scenario;
import touchstone.simulator.behaviour.GroundedBehaviour;
import touchstone.simulator.ledger.MemoryLedger;
import touchstone.simulator.ledger.RunClock;
import touchstone.simulator.wire.SentenceEmbeddings;
import touchstone.simulator.wire.SimulatedModel;

/** The simulator in a process of its own, as a lab run sets it up: real behaviour, every call in the ledger. */
final class SimulatorServer {

    private SimulatorServer() {}

    /** Serves on loopback until standard input ends. {@code arguments}: the port. */
    static void main(String[] arguments) throws IOException {
        Scenario scenario = Prompts.scenario();
        try (SimulatedModel _ = SimulatedModel.start(
                scenario,
                new GroundedBehaviour(scenario),
                new SentenceEmbeddings(),
                new RunClock(System::nanoTime),
                Clock.systemUTC(),
                new MemoryLedger(),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0])))) {
            while (System.in.read() >= 0) {
                // Waits for the end.
            }
        }
    }
}
