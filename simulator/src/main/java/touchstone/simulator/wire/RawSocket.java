package touchstone.simulator.wire;

import io.helidon.common.socket.HelidonSocket;
import io.helidon.common.socket.NioSocket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;

/**
 * Resets a connection (RST) instead of closing it (FIN), by closing it with {@code SO_LINGER} 0. Helidon gives no public way
 * to the channel of a connection, so its private field is read; where that fails, and on Unix sockets, which know no reset,
 * the connection is closed.
 */
final class RawSocket {

    private RawSocket() {}

    static void reset(HelidonSocket socket) {
        try {
            if (socket instanceof NioSocket && channel(socket) instanceof SocketChannel channel) {
                if (channel.getRemoteAddress() instanceof InetSocketAddress) {
                    channel.setOption(StandardSocketOptions.SO_LINGER, 0);
                }
                channel.close();
                return;
            }
        } catch (IOException | ReflectiveOperationException | RuntimeException e) {
            // Closed below.
        }
        try {
            socket.close();
        } catch (UncheckedIOException e) {
            // The client was faster.
        }
    }

    private static Object channel(HelidonSocket socket) throws ReflectiveOperationException {
        Field delegate = NioSocket.class.getDeclaredField("delegate");
        delegate.setAccessible(true);
        return delegate.get(socket);
    }
}
