package touchstone.runner.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A box's own folder on the host, with a short path (a unix socket's path has at most 107 bytes) that the box's user can
 * reach. Named after this JVM, so that a later one removes it if this one dies.
 */
final class BoxFolder implements AutoCloseable {

    private static final String PREFIX = "touchstone-box-";
    private static final String ACCOUNTS = "root:x:0:0:root:/:/bin/false\nbox:x:65534:65534:box:/tmp:/bin/sh\n";
    private static final String GROUPS = "root:x:0:\nbox:x:65534:\n";
    private static final String HOSTS = "127.0.0.1 localhost box\n::1 localhost\n";

    private final Path root;

    private BoxFolder(Path root) {
        this.root = root;
    }

    /** @throws SandboxException when the folder cannot be written */
    static BoxFolder create(HostUser user, BoxRequest.Shown shown, Optional<byte[]> filter) {
        BoxFolder folder = null;
        try {
            folder = new BoxFolder(Files.createTempDirectory(PREFIX + OwnerMark.own() + "-"));
            permit(folder.root, "rwx--x--x");
            user.own(Files.createDirectory(folder.model()));
            user.own(Files.createDirectory(folder.program()));
            permit(folder.model(), "rwx------");
            permit(folder.program(), "rwx------");
            Files.createDirectory(folder.etc());
            permit(folder.etc(), "rwxr-xr-x");
            folder.write("etc/passwd", ACCOUNTS);
            folder.write("etc/group", GROUPS);
            folder.write("etc/hosts", HOSTS);
            folder.write("etc/nsswitch.conf", "passwd: files\ngroup: files\nhosts: files\n");
            Files.write(folder.filter(), filter.orElse(new byte[0]));
            permit(folder.filter(), "r--r--r--");
            show(shown.labData(), folder.labData());
            show(shown.toolbox(), folder.toolbox());
            return folder;
        } catch (IOException e) {
            if (folder != null) {
                folder.close();
            }
            throw new SandboxException("The folder of a box cannot be prepared.", e);
        }
    }

    /** A copy, because the box's user may not be allowed to reach the folder itself. */
    private static void show(Optional<Path> folder, Path copy) throws IOException {
        if (folder.isPresent()) {
            Trees.copy(folder.get(), copy);
            Trees.makeReadable(copy);
        } else {
            Files.createDirectory(copy);
            permit(copy, "r-xr-xr-x");
        }
    }

    /** Removes the folders of Touchstones that are gone, as far as it can: another one may be at it too. */
    static void removeLeftovers() {
        try (Stream<Path> folders = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            folders.filter(folder -> folder.getFileName().toString().startsWith(PREFIX))
                    .filter(folder ->
                            OwnerMark.isGone(folder.getFileName().toString().substring(PREFIX.length())))
                    .filter(Files::isWritable)
                    .forEach(BoxFolder::removeIfPossible);
        } catch (IOException e) {
            throw new SandboxException("The folder for temporary files cannot be read.", e);
        }
    }

    private static void removeIfPossible(Path folder) {
        try {
            Trees.delete(folder);
        } catch (IOException _) {
            // It is gone already, or the next one tries again.
        }
    }

    /** Folder of the model's socket. */
    Path model() {
        return root.resolve("model");
    }

    /** Folder of the program's socket. */
    Path program() {
        return root.resolve("program");
    }

    Path etc() {
        return root.resolve("etc");
    }

    Path filter() {
        return root.resolve("seccomp");
    }

    Path labData() {
        return root.resolve("data");
    }

    Path toolbox() {
        return root.resolve("toolbox");
    }

    static void permit(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    private void write(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.writeString(file, text);
        permit(file, "r--r--r--");
    }

    /** Removes the folder; links are removed, never followed. */
    @Override
    public void close() {
        try {
            Trees.delete(root);
        } catch (IOException e) {
            throw new SandboxException("The folder " + root + " of a box cannot be removed.", e);
        }
    }
}
