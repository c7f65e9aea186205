package touchstone.runner.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** One group of processes: a folder, or one for each controller. Closing it kills them and removes it. */
final class ControlGroup implements AutoCloseable {

    private static final String PREFIX = "touchstone-";
    /** The scripts and bubblewrap itself are in the group too. */
    private static final int OWN_PROCESSES = 12;

    private static final int TRIES = 200;
    private static final AtomicLong COUNT = new AtomicLong();

    private final List<Path> folders;

    ControlGroup(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    static String newName() {
        return PREFIX + OwnerMark.own() + "-" + COUNT.incrementAndGet();
    }

    static int processes(BoxRequest.Limits limits) {
        return limits.processes() + OWN_PROCESSES;
    }

    /** Puts a process in; the ones that it starts from now on follow. */
    void add(long process) throws IOException {
        for (Path folder : folders) {
            Files.writeString(folder.resolve("cgroup.procs"), String.valueOf(process));
        }
    }

    void kill() throws IOException {
        for (Path folder : folders) {
            Path switchOff = folder.resolve("cgroup.kill");
            if (Files.exists(switchOff)) {
                Files.writeString(switchOff, "1");
                continue;
            }
            for (String process : processes(folder)) {
                ProcessHandle.of(Long.parseLong(process)).ifPresent(ProcessHandle::destroyForcibly);
            }
        }
    }

    private static List<String> processes(Path folder) throws IOException {
        try {
            return Files.readAllLines(folder.resolve("cgroup.procs"));
        } catch (NoSuchFileException _) {
            return List.of();
        }
    }

    /** @throws SandboxException when processes outlive being killed for two seconds */
    @Override
    public void close() {
        try {
            for (Path folder : folders) {
                remove(folder);
            }
        } catch (IOException e) {
            throw new SandboxException("The control group " + folders + " cannot be removed.", e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void remove(Path folder) throws IOException, InterruptedException {
        for (int tries = 1; Files.exists(folder); tries++) {
            kill();
            try {
                Files.deleteIfExists(folder);
            } catch (IOException e) {
                if (tries == TRIES) {
                    throw e;
                }
                Thread.sleep(10);
            }
        }
    }

    static void removeLeftovers(Path parent) throws IOException {
        List<Path> gone;
        try (Stream<Path> folders = Files.list(parent)) {
            gone = folders.filter(folder -> isLeftover(folder.getFileName().toString()))
                    .toList();
        }
        gone.forEach(folder -> new ControlGroup(List.of(folder)).close());
    }

    private static boolean isLeftover(String name) {
        return name.startsWith(PREFIX) && OwnerMark.isGone(name.substring(PREFIX.length()));
    }
}
