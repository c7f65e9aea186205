package touchstone.runner.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A process with everything it started. Daemons that left its tree are found by a variable of their environment, where
 * the machine shows it (Linux).
 */
final class RunningTree {

    static final String MARK = "TOUCHSTONE_BOX";

    private static final Duration END_OF_KILLED = Duration.ofSeconds(5);
    private static final int ROUNDS = 20;

    private final Process process;
    private final String mark;

    RunningTree(Process process, String mark) {
        this.process = process;
        this.mark = MARK + "=" + mark;
    }

    OptionalInt exitStatus() {
        return process.isAlive() ? OptionalInt.empty() : OptionalInt.of(process.exitValue());
    }

    /** Whether it ends with this status within the time. */
    boolean endsWith(int status, Duration time) throws InterruptedException {
        return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS) && process.exitValue() == status;
    }

    /** Asks all of it to end, waits until all of it has, then kills what is left. */
    void stop(Duration grace) {
        long deadline = System.nanoTime() + grace.toNanos();
        everything().forEach(ProcessHandle::destroy);
        try {
            while (!everything().isEmpty() && System.nanoTime() < deadline) {
                Thread.sleep(20);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        kill();
    }

    /** Kills in rounds, because a process may start another one while we look. */
    void kill() {
        List<ProcessHandle> left = everything();
        for (int round = 0; round < ROUNDS && !left.isEmpty(); round++) {
            left.forEach(ProcessHandle::destroyForcibly);
            try {
                process.waitFor(END_OF_KILLED.toMillis(), TimeUnit.MILLISECONDS);
                Thread.sleep(round);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            left = everything();
        }
    }

    private List<ProcessHandle> everything() {
        Stream<ProcessHandle> tree = Stream.concat(Stream.of(process.toHandle()), process.descendants());
        Stream<ProcessHandle> daemons = ProcessHandle.allProcesses().filter(this::isMarked);
        return Stream.concat(tree, daemons)
                .filter(ProcessHandle::isAlive)
                .distinct()
                .toList();
    }

    private boolean isMarked(ProcessHandle candidate) {
        try {
            byte[] environment = Files.readAllBytes(Path.of("/proc", String.valueOf(candidate.pid()), "environ"));
            return new String(environment, StandardCharsets.ISO_8859_1).contains(mark);
        } catch (IOException _) {
            return false;
        }
    }
}
