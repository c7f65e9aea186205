package touchstone.runner.sandbox;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who a box is on the host: when Touchstone is root, a user that has no account, no files and no other box; else
 * Touchstone's own user.
 */
final class HostUser implements AutoCloseable {

    /** From 61000: systemd gives 60001 to 60513, 61184 and above to others, and accounts rarely reach it. */
    private static final int FIRST_ID = 61000;

    private static final int IDS = 180;

    /**
     * Taken by this JVM. Their lock files must not be opened again: closing any channel on a file gives up every lock that the
     * process holds on it, and another Touchstone could take the same user and kill what it runs.
     */
    private static final Set<Integer> TAKEN = ConcurrentHashMap.newKeySet();

    private final int id;
    private final @Nullable FileChannel lock;

    private HostUser(int id, @Nullable FileChannel lock) {
        this.id = id;
        this.lock = lock;
    }

    static boolean isRoot() {
        return own() == 0;
    }

    private static int own() {
        try {
            return (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        } catch (IOException e) {
            throw new SandboxException("Touchstone cannot find out its own user: /proc is not readable.", e);
        }
    }

    /**
     * A user for one box; no other process of this machine gets the same until it is closed.
     *
     * @param locks folder of lock files, shared by all Touchstones of this machine
     */
    static HostUser take(Path locks) {
        if (!isRoot()) {
            return new HostUser(own(), null);
        }
        try {
            Files.createDirectories(
                    locks, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            if (!Integer.valueOf(0).equals(Files.getAttribute(locks, "unix:uid"))) {
                throw new SandboxException("The folder " + locks + " belongs to somebody else; remove it.");
            }
            for (int id = FIRST_ID; id < FIRST_ID + IDS; id++) {
                Optional<FileChannel> lock =
                        TAKEN.add(id) ? lock(id, locks.resolve(String.valueOf(id))) : Optional.empty();
                if (lock.isPresent()) {
                    return new HostUser(id, lock.get());
                }
            }
            throw new SandboxException("All " + IDS + " users for boxes are taken; wait until some runs have ended.");
        } catch (IOException e) {
            throw new SandboxException("No user for a box can be reserved in " + locks + ".", e);
        }
    }

    private static Optional<FileChannel> lock(int id, Path file) throws IOException {
        boolean taken = false;
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            taken = channel.tryLock() != null;
            if (taken) {
                return Optional.of(channel);
            }
            channel.close();
            return Optional.empty();
        } finally {
            if (!taken) {
                TAKEN.remove(id);
            }
        }
    }

    /** What to put before a command so that it runs as this user. */
    List<String> prefix() {
        if (lock == null) {
            return List.of();
        }
        String name = String.valueOf(id);
        return List.of("setpriv", "--reuid", name, "--regid", name, "--clear-groups", "--inh-caps=-all", "--");
    }

    /** Gives a folder that Touchstone made to this user. */
    void own(Path folder) throws IOException {
        if (lock != null) {
            Files.setAttribute(folder, "unix:uid", id);
            Files.setAttribute(folder, "unix:gid", id);
        }
    }

    /** Kills whatever this user still runs; nothing when it is Touchstone's own. */
    void killAll() {
        if (lock == null) {
            return;
        }
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            processes
                    .filter(this::isMine)
                    .forEach(process -> ProcessHandle.of(
                                    Long.parseLong(process.getFileName().toString()))
                            .ifPresent(ProcessHandle::destroyForcibly));
        } catch (IOException e) {
            throw new SandboxException("The processes of a box cannot be listed.", e);
        }
    }

    private boolean isMine(Path process) {
        try {
            return process.getFileName().toString().chars().allMatch(Character::isDigit)
                    && Integer.valueOf(id).equals(Files.getAttribute(process, "unix:uid"));
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public void close() {
        if (lock == null) {
            return;
        }
        killAll();
        try {
            lock.close();
        } catch (IOException e) {
            throw new SandboxException("The user of a box cannot be given back.", e);
        } finally {
            TAKEN.remove(id);
        }
    }
}
