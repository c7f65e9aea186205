package touchstone.simulator.wire;

import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ConnectionContext;
import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import touchstone.simulator.ledger.RunClock;

/**
 * The connection that carries the current request: lets an answer wait on a thread of its own while the connection's thread
 * waits for the client's next byte, which is how a client that leaves is noticed at once.
 */
final class Connection {

    /** The connection of the thread that handles a request. */
    static final ScopedValue<Connection> CURRENT = ScopedValue.newInstance();

    /** An answer, given on its own thread. */
    interface Answering {

        /** Gives the answer; returns whether the connection can carry another request. */
        boolean run(Presence client);
    }

    /** Whether the client is still there. */
    final class Presence {
        private final RunClock clock;
        private volatile long leftMicros = -1;
        private volatile boolean over;

        private Presence(RunClock clock) {
            this.clock = clock;
        }

        /** Waits until a time on the run's clock, or until the client has left. True when the client is still there. */
        boolean waitUntil(long micros) {
            while (leftMicros < 0) {
                long missing = micros - clock.micros();
                if (missing <= 0) {
                    return true;
                }
                LockSupport.parkNanos(this, missing * 1_000);
            }
            return false;
        }

        boolean left() {
            return leftMicros >= 0;
        }

        /** When the client was seen to leave; -1 when it was not. */
        long leftMicros() {
            return leftMicros;
        }

        /** Resets the connection: the client sees an error at once. */
        void reset() {
            over = true;
            RawSocket.reset(context.serverSocket());
        }
    }

    private final ConnectionContext context;

    Connection(ConnectionContext context) {
        this.context = context;
    }

    /**
     * Runs an answer to its end and watches the client meanwhile.
     *
     * @throws CloseConnectionException when the connection cannot carry another request
     */
    void converse(RunClock clock, Answering answering) {
        Presence client = new Presence(clock);
        CountDownLatch finished = new CountDownLatch(1);
        boolean[] reusable = new boolean[1];
        Thread answerer = Thread.ofVirtual().unstarted(() -> {
            try {
                reusable[0] = answering.run(client);
            } finally {
                client.over = true;
                finished.countDown();
                if (!reusable[0]) {
                    close();
                }
            }
        });
        answerer.start();
        if (!nextByteComes() && !client.over) {
            client.leftMicros = clock.micros();
            LockSupport.unpark(answerer);
        }
        awaitFully(finished);
        if (!reusable[0]) {
            throw new CloseConnectionException("the simulated model ended the connection");
        }
    }

    /** Ends the connection after what was sent. */
    void close() {
        try {
            context.serverSocket().close();
        } catch (UncheckedIOException e) {
            // Already closed by the other side: that is what was wanted.
        }
    }

    /** Waits for the next request's first byte, which stays unread. False when the client has left instead. */
    private boolean nextByteComes() {
        try {
            context.dataReader().ensureAvailable();
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static void awaitFully(CountDownLatch latch) {
        boolean interrupted = false;
        while (true) {
            try {
                latch.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
