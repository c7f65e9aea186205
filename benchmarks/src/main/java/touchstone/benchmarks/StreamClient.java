package touchstone.benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * Opens streams spread over one second and prints the time between the arrivals of each two tokens, in nanoseconds, one a
 * line, then {@code WHOLE} and the number of streams that came whole. One thread and one selector, so that the client adds
 * as little of its own as possible.
 */
final class StreamClient {

    private static final long OPENING_NANOS = 1_000_000_000L;
    private static final long PATIENCE_NANOS = 15_000_000_000L;

    private final InetSocketAddress server;
    private final byte[] request;
    private final int count;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(65_536);
    private final List<Stream> streams = new ArrayList<>();
    private int open;

    private StreamClient(int port, int count, String body) {
        this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        this.count = count;
        this.request = ("POST " + Prompts.PATH + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + "Authorization: Bearer simulated\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.length() + "\r\n\r\n" + body)
                .getBytes(US_ASCII);
    }

    /** {@code arguments}: port, number of streams, body. */
    static void main(String[] arguments) throws IOException {
        StreamClient client =
                new StreamClient(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), arguments[2]);
        client.run();
        client.print();
    }

    private void run() throws IOException {
        long begun = System.nanoTime();
        try (Selector selector = Selector.open()) {
            while ((streams.size() < count || open > 0) && System.nanoTime() - begun < PATIENCE_NANOS) {
                long next = begun + streams.size() * OPENING_NANOS / count;
                if (streams.size() < count && System.nanoTime() >= next) {
                    open(selector);
                    continue;
                }
                long wait = streams.size() < count ? (next - System.nanoTime()) / 1_000_000 : 100;
                if (wait > 0) {
                    selector.select(this::ready, wait);
                } else {
                    selector.selectNow(this::ready);
                }
            }
        }
    }

    private void open(Selector selector) throws IOException {
        Stream stream = new Stream();
        streams.add(stream);
        SocketChannel channel = SocketChannel.open();
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.connect(server);
        channel.write(ByteBuffer.wrap(request));
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, stream);
        open++;
    }

    private void ready(SelectionKey key) {
        if (key.channel() instanceof SocketChannel channel && key.attachment() instanceof Stream stream) {
            try {
                buffer.clear();
                int read = channel.read(buffer);
                long now = System.nanoTime();
                if (read < 0) {
                    channel.close();
                    open--;
                } else {
                    stream.read(buffer.flip(), now);
                }
            } catch (IOException e) {
                key.cancel();
                open--;
            }
        }
    }

    private void print() {
        StringBuilder lines = new StringBuilder();
        for (Stream stream : streams) {
            for (int i = 0; i < stream.gaps.size(); i++) {
                lines.append(stream.gaps.get(i)).append('\n');
            }
        }
        long whole = streams.stream()
                .filter(stream -> stream.gaps.size() == Prompts.TOKENS - 1)
                .count();
        IO.print(lines.append("WHOLE ").append(whole).append('\n'));
    }

    /** One stream: an event ends with an empty line; the first event is the role, the tokens come after it. */
    private static final class Stream {
        private final List<Long> gaps = new ArrayList<>(Prompts.TOKENS);
        private int events;
        private long last;
        private byte before;

        void read(ByteBuffer bytes, long now) {
            while (bytes.hasRemaining()) {
                byte b = bytes.get();
                if (b == '\n' && before == '\n') {
                    event(now);
                }
                before = b;
            }
        }

        private void event(long now) {
            if (events >= 2 && events <= Prompts.TOKENS) {
                gaps.add(now - last);
            }
            last = now;
            events++;
        }
    }
}
