package touchstone.simulator.wire;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.concurrency.limits.Limit;
import io.helidon.common.task.InterruptableTask;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** HTTP/1.1 connections as Helidon serves them, each bound to {@link Connection#CURRENT} while its requests are handled. */
final class Connections implements ServerConnectionSelector {

    private final Http1ConnectionSelector http =
            Http1ConnectionSelector.builder().config(Http1Config.create()).build();
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();

    @Override
    public int bytesToIdentifyConnection() {
        return http.bytesToIdentifyConnection();
    }

    @Override
    public Support supports(BufferData data) {
        return http.supports(data);
    }

    @Override
    public Set<String> supportedApplicationProtocols() {
        return http.supportedApplicationProtocols();
    }

    @Override
    public ServerConnection connection(ConnectionContext context) {
        return new Bound(new Connection(context), http.connection(context));
    }

    /** Ends all connections. */
    void closeAll() {
        open.forEach(Connection::close);
    }

    private final class Bound implements ServerConnection, InterruptableTask<Void> {
        private final Connection connection;
        private final ServerConnection delegate;

        Bound(Connection connection, ServerConnection delegate) {
            this.connection = connection;
            this.delegate = delegate;
        }

        @Override
        public void handle(Limit limit) throws InterruptedException {
            open.add(connection);
            try {
                ScopedValue.where(Connection.CURRENT, connection).call(() -> {
                    delegate.handle(limit);
                    return true;
                });
            } finally {
                open.remove(connection);
            }
        }

        @Override
        public Duration idleTime() {
            return delegate.idleTime();
        }

        @Override
        public void close(boolean interrupt) {
            delegate.close(interrupt);
        }

        @Override
        public boolean canInterrupt() {
            return delegate instanceof InterruptableTask<?> task && task.canInterrupt();
        }

        @Override
        public Void call() {
            throw new UnsupportedOperationException("a connection is handled, not called");
        }
    }
}
