package touchstone.platform.shell.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A database server that a killed Touchstone left running. Whoever asks has the folder's lock, so nobody else owns it. */
record Orphan(Path cluster) {

    private static final Duration SHUTDOWN = Duration.ofSeconds(30);

    /** Stops it if there is one: politely first, so that it writes everything down. */
    void stop() throws IOException {
        Optional<ProcessHandle> server = running();
        if (server.isEmpty()) {
            return;
        }
        ProcessHandle handle = server.get();
        new ProcessBuilder("kill", "-INT", Long.toString(handle.pid())).start();
        if (!ended(handle)) {
            handle.destroyForcibly();
            ended(handle);
        }
    }

    private Optional<ProcessHandle> running() throws IOException {
        Path file = cluster.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String first = Files.readString(file).lines().findFirst().orElse("").strip();
        if (!first.matches("\\d{1,10}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(first)).filter(this::servesThisCluster);
    }

    /** A process id is used again after a while; only a server that was started on this folder is ours. */
    private boolean servesThisCluster(ProcessHandle handle) {
        try {
            String command = Files.readString(Path.of("/proc", Long.toString(handle.pid()), "cmdline"));
            return command.contains("postgres")
                    && command.contains(cluster.getFileName().toString());
        } catch (IOException gone) {
            return false;
        }
    }

    private static boolean ended(ProcessHandle handle) {
        try {
            handle.onExit().get(SHUTDOWN.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException still) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
