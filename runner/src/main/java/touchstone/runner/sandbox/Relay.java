package touchstone.runner.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Passes the bytes of every connection on to another address, between TCP and unix sockets.
 *
 * <p>The end of one direction ends that direction on the other side at once; a broken connection breaks the other side.
 */
final class Relay implements AutoCloseable {

    private static final int BACKLOG = 512;
    private static final int BUFFER_BYTES = 16 * 1024;

    private final ServerSocketChannel server;
    private final SocketAddress target;
    private final Set<Channel> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    private Relay(ServerSocketChannel server, SocketAddress target) {
        this.server = server;
        this.target = target;
    }

    /** @throws SandboxException when it cannot listen there */
    static Relay open(SocketAddress listen, SocketAddress target) {
        try {
            ServerSocketChannel server = switch (listen) {
                case UnixDomainSocketAddress _ -> ServerSocketChannel.open(StandardProtocolFamily.UNIX);
                default -> ServerSocketChannel.open();
            };
            try {
                server.bind(listen, BACKLOG);
            } catch (IOException e) {
                server.close();
                throw e;
            }
            Relay relay = new Relay(server, target);
            Thread.ofVirtual().name("relay to " + target).start(relay::accept);
            return relay;
        } catch (IOException e) {
            throw new SandboxException("A relay cannot listen on " + listen + ".", e);
        }
    }

    SocketAddress address() {
        try {
            return server.getLocalAddress();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!closed) {
            try {
                SocketChannel client = server.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException _) {
                // A connection that went away before it was accepted is nobody's loss; after close() the loop ends.
            }
        }
    }

    private void serve(SocketChannel client) {
        open.add(client);
        try (client;
                SocketChannel upstream = connect()) {
            open.add(upstream);
            if (closed) {
                return;
            }
            Thread back = Thread.ofVirtual().start(() -> pump(upstream, client));
            pump(client, upstream);
            back.join();
            open.remove(upstream);
        } catch (IOException _) {
            // The target does not answer: the client sees its connection closed.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(client);
        }
    }

    private SocketChannel connect() throws IOException {
        if (target instanceof UnixDomainSocketAddress) {
            return SocketChannel.open(target);
        }
        SocketChannel channel = SocketChannel.open();
        try {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.connect(target);
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static void pump(SocketChannel from, SocketChannel to) {
        ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
        try {
            if (from.getRemoteAddress() instanceof InetSocketAddress) {
                from.setOption(StandardSocketOptions.TCP_NODELAY, true);
            }
            while (from.read(buffer) >= 0) {
                buffer.flip();
                while (buffer.hasRemaining()) {
                    to.write(buffer);
                }
                buffer.clear();
            }
            to.shutdownOutput();
        } catch (IOException _) {
            closeQuietly(from);
            closeQuietly(to);
        }
    }

    private static void closeQuietly(Channel channel) {
        try {
            channel.close();
        } catch (IOException _) {
            // Closed is closed.
        }
    }

    @Override
    public void close() {
        closed = true;
        closeQuietly(server);
        open.forEach(Relay::closeQuietly);
    }
}
