package touchstone.simulator.wire;

import io.helidon.http.DirectHandler;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import touchstone.simulator.Scenario;
import touchstone.simulator.behaviour.Behaviour;
import touchstone.simulator.ledger.Ledger;
import touchstone.simulator.ledger.RunClock;
import touchstone.simulator.upstream.Upstream;

/**
 * The simulated model behind an OpenAI-compatible HTTP API: chat completions, embeddings, models and moderations, with the
 * limits, faults and prices of a {@link Scenario}, every call written to a {@link Ledger}.
 *
 * <p>It listens on a TCP port or on a Unix socket. A client that shuts down its side of the connection counts as gone.
 */
public final class SimulatedModel implements AutoCloseable {

    /** Kept here because loggers that nobody holds forget their level. */
    private static final Logger HELIDON = Logger.getLogger("io.helidon");

    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final WebServer server;
    private final Connections connections;
    private final Desk desk;
    private final SocketAddress address;

    private SimulatedModel(WebServer server, Connections connections, Desk desk, SocketAddress address) {
        this.server = server;
        this.connections = connections;
        this.desk = desk;
        this.address = address;
    }

    /**
     * Starts serving.
     *
     * @param clock of the run; times in the ledger are read from it
     * @param wallClock for dates in responses
     * @param address an {@link InetSocketAddress}, port 0 for any free one, or a {@link UnixDomainSocketAddress} whose file
     *     does not exist
     */
    public static SimulatedModel start(
            Scenario scenario,
            Behaviour behaviour,
            Embeddings embeddings,
            RunClock clock,
            InstantSource wallClock,
            Ledger ledger,
            SocketAddress address) {
        Desk desk = new Desk(scenario, clock, wallClock, ledger);
        return serve(desk, new Routes(desk, behaviour, new Answers.Simulated(embeddings)), address);
    }

    /**
     * Starts serving with a real server behind the scenario's limits, faults and prices. The models are those of the
     * scenario, for chat and embeddings alike; moderations are answered here.
     *
     * @param behaviour counts tokens for the limits and finds items; it answers nothing
     * @param upstream gives the answers; the caller closes it afterwards
     * @see #start(Scenario, Behaviour, Embeddings, RunClock, InstantSource, Ledger, SocketAddress)
     */
    public static SimulatedModel start(
            Scenario scenario,
            Behaviour behaviour,
            Upstream upstream,
            RunClock clock,
            InstantSource wallClock,
            Ledger ledger,
            SocketAddress address) {
        Desk desk = new Desk(scenario, clock, wallClock, ledger);
        return serve(desk, new Routes(desk, behaviour, new Answers.Forwarded(upstream)), address);
    }

    private static SimulatedModel serve(Desk desk, Routes routes, SocketAddress address) {
        HELIDON.setLevel(Level.WARNING);
        Connections connections = new Connections();
        WebServer server = WebServer.builder()
                .bindAddress(address)
                .addConnectionSelector(connections)
                .connectionOptions(options -> options.tcpNoDelay(true))
                .backlog(4_096)
                .writeBufferSize(0)
                .idleConnectionTimeout(Duration.ofDays(1))
                .shutdownGracePeriod(Duration.ofMillis(100))
                .shutdownHook(false)
                .directHandlers(handlers -> {
                    for (DirectHandler.EventType type : DirectHandler.EventType.values()) {
                        handlers.addHandler(type, Routes::unreadable);
                    }
                })
                .routing(routing -> routes(routing, routes))
                .build()
                .start();
        if (address instanceof InetSocketAddress && server.port() < 0) {
            throw new UncheckedIOException("cannot listen on " + address, new BindException("the port is in use"));
        }
        SocketAddress bound = address instanceof InetSocketAddress inet
                ? new InetSocketAddress(inet.getAddress(), server.port())
                : address;
        return new SimulatedModel(server, connections, desk, bound);
    }

    private static void routes(HttpRouting.Builder routing, Routes routes) {
        routing.post("/v1/chat/completions", routes.chat()::handle)
                .post("/v1/embeddings", routes.embeddings()::handle)
                .post("/v1/moderations", routes.moderations()::handle)
                .get("/v1/models", routes.models()::all)
                .get("/v1/models/{id}", routes.models()::one)
                .any(routes::nowhere);
    }

    /** Where it listens, with the port that was found. */
    public SocketAddress address() {
        return address;
    }

    /** The TCP port; -1 on a Unix socket. */
    public int port() {
        return address instanceof InetSocketAddress inet ? inet.getPort() : -1;
    }

    /** Begins a phase of the workload: its limits and fault windows hold for calls that come from now on. */
    public void enter(String phase) {
        desk.enter(phase);
    }

    /** Ends all connections and stops listening; calls under way are in the ledger when it returns. */
    @Override
    public void close() {
        connections.closeAll();
        server.stop();
        long deadline = System.nanoTime() + CLOSING.toNanos();
        while (desk.open() > 0 && System.nanoTime() < deadline) {
            LockSupport.parkNanos(1_000_000);
        }
        if (address instanceof UnixDomainSocketAddress unix) {
            try {
                Files.deleteIfExists(unix.getPath());
            } catch (IOException e) {
                throw new UncheckedIOException("cannot remove the socket " + unix, e);
            }
        }
    }
}
