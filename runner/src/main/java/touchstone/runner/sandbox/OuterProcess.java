package touchstone.runner.sandbox;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** The process on the host that holds a box: closing its standard input ends the box with everything in it. */
final class OuterProcess {

    private static final Duration END_OF_KILLED = Duration.ofSeconds(5);

    private final Process process;
    private volatile List<ProcessHandle> members = List.of();

    OuterProcess(Process process) {
        this.process = process;
    }

    Process process() {
        return process;
    }

    OptionalInt exitStatus() {
        return process.isAlive() ? OptionalInt.empty() : OptionalInt.of(process.exitValue());
    }

    /** Says a word to the script in the outer box. */
    void tell(String word) throws IOException {
        OutputStream control = process.getOutputStream();
        control.write((word + "\n").getBytes(StandardCharsets.US_ASCII));
        control.flush();
    }

    /**
     * Remembers the processes of the outer box, among them the first of its process namespace. That one is dead only
     * when all others of the namespace are, while bubblewrap's process outside may end earlier.
     */
    void rememberMembers() {
        members = process.descendants().toList();
    }

    /** Waits this long for the end. */
    void await(Duration time) {
        try {
            process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the box and returns when all of it is dead; does nothing when it is. */
    void kill() {
        try {
            process.getOutputStream().close();
        } catch (IOException _) {
            // The box is gone already.
        }
        await(END_OF_KILLED);
        if (process.isAlive()) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            await(END_OF_KILLED);
        }
        long deadline = System.nanoTime() + END_OF_KILLED.toNanos();
        while (members.stream().anyMatch(OuterProcess::runs) && System.nanoTime() < deadline) {
            members.stream().filter(OuterProcess::runs).forEach(ProcessHandle::destroyForcibly);
            try {
                Thread.sleep(2);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Alive, and not merely waiting for its parent to take notice of its end. */
    private static boolean runs(ProcessHandle member) {
        if (!member.isAlive()) {
            return false;
        }
        try {
            String stat = Files.readString(Path.of("/proc", String.valueOf(member.pid()), "stat"));
            return stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
        } catch (IOException | StringIndexOutOfBoundsException _) {
            return false;
        }
    }
}
