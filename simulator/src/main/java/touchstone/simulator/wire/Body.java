package touchstone.simulator.wire;

import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/** Reads request bodies up to a limit. */
final class Body {

    /** Largest body that is read: 4 MiB. */
    static final int MOST_BYTES = 4 * 1024 * 1024;

    private Body() {}

    /**
     * The body; empty when it is larger than {@link #MOST_BYTES}. The rest is then read and
     * thrown away. A body that breaks off counts as no body.
     */
    static Optional<byte[]> read(ServerRequest request) {
        if (!request.content().hasEntity()) {
            return Optional.of(new byte[0]);
        }
        try (InputStream in = request.content().inputStream()) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length <= MOST_BYTES) {
                return Optional.of(bytes);
            }
            in.transferTo(OutputStream.nullOutputStream());
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.of(new byte[0]);
        }
    }
}
