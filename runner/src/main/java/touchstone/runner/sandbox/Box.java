package touchstone.runner.sandbox;

import java.net.URI;
import java.time.Duration;
import java.util.OptionalInt;

/** A running program. Closing it leaves nothing running and nothing of the sandbox's own behind. */
public interface Box extends AutoCloseable {

    /** Where the program's HTTP port can be reached from the host, such as {@code http://127.0.0.1:40123}. */
    URI address();

    /** Exit status of the program, empty while it runs. */
    OptionalInt exitStatus();

    /** Whether the build command failed; false without one. */
    boolean buildFailed();

    /** The last lines of its standard output and error, at most this many characters, with control characters removed. */
    String outputTail(int characters);

    /**
     * Ends the program as {@link #stop} does and runs it again, without building it, at the same address and with all that it
     * left in its folders. Returns when it was started again, or when it ended by itself meanwhile.
     *
     * @throws InterruptedException when the restart was called off; the box is to be closed then
     */
    void restart(Duration grace) throws InterruptedException;

    /** Asks it to end (SIGTERM), waits, then kills whatever is left. */
    void stop(Duration grace);

    @Override
    void close();
}
