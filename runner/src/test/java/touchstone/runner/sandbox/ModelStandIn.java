package touchstone.runner.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A server where the model would be: answers GET with "model"; to a path that ends in /hang it never answers. */
final class ModelStandIn implements AutoCloseable {

    private static final byte[] ANSWER = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\nmodel"
            .getBytes(StandardCharsets.US_ASCII);

    private final ServerSocketChannel server;
    private final CountDownLatch left = new CountDownLatch(1);

    private ModelStandIn(ServerSocketChannel server) {
        this.server = server;
    }

    static ModelStandIn listen(SocketAddress address) throws IOException {
        ServerSocketChannel server = address instanceof UnixDomainSocketAddress
                ? ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                : ServerSocketChannel.open();
        server.bind(address);
        ModelStandIn model = new ModelStandIn(server);
        Thread.ofVirtual().start(model::accept);
        return model;
    }

    SocketAddress address() {
        try {
            return server.getLocalAddress();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (server.isOpen()) {
            try {
                SocketChannel client = server.accept();
                Thread.ofVirtual().start(() -> answer(client));
            } catch (IOException _) {
                // Closed.
            }
        }
    }

    private void answer(SocketChannel client) {
        try (client) {
            String head = readHead(client);
            if (head.contains("/hang ")) {
                while (client.read(ByteBuffer.allocate(64)) >= 0) {}
                left.countDown();
                return;
            }
            client.write(ByteBuffer.wrap(ANSWER));
        } catch (IOException _) {
            left.countDown();
        }
    }

    private static String readHead(SocketChannel client) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        ByteBuffer buffer = ByteBuffer.allocate(4096);
        while (!head.toString(StandardCharsets.US_ASCII).contains("\r\n\r\n") && client.read(buffer) >= 0) {
            head.write(buffer.array(), 0, buffer.position());
            buffer.clear();
        }
        return head.toString(StandardCharsets.US_ASCII);
    }

    /** Whether the client of /hang goes away within this time. */
    boolean clientLeavesWithin(Duration time) throws InterruptedException {
        return left.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
