package touchstone.runner.sandbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The command lines of the two boxes.
 *
 * <p>The outer box has a network of its own and runs the relays. The inner box runs the program in the same network but
 * sees neither the relays nor their sockets.
 */
final class BubblewrapCommand {

    static final int MODEL_PORT = 8080;
    static final int PROGRAM_PORT = 8000;

    private static final int CONNECTIONS = 512;
    private static final int OPEN_FILES = 4096;
    /** The shell that passes the request to stop on, its listener, and prlimit. */
    private static final int OWN_PROCESSES = 4;

    private static final long TMP_BYTES = 64L << 20;
    private static final String NOBODY = "65534";
    private static final String OWN_JAVA = System.getProperty("java.home");

    private final BoxRequest request;
    private final BoxFolder folder;
    private final Machine machine;

    BubblewrapCommand(BoxRequest request, BoxFolder folder, Machine machine) {
        this.request = request;
        this.folder = folder;
        this.machine = machine;
    }

    /** Everything from the host's side: as this user, the outer box, in it the inner one. */
    List<String> of(HostUser user) {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", Scripts.LAUNCH, "launch"));
        command.add(request.solution().toAbsolutePath().toString());
        command.addAll(user.prefix());
        command.addAll(List.of("prlimit", "--core=0:0", "--nofile=" + OPEN_FILES + ":" + OPEN_FILES, "--"));
        command.addAll(outer());
        command.addAll(inner());
        command.addAll(program());
        return command;
    }

    private List<String> outer() {
        List<String> command = new ArrayList<>(List.of("bwrap", "--unshare-all"));
        isolate(command);
        readOnlySystem(command, "/etc", folder.etc().toString());
        add(command, "--ro-bind", folder.labData().toString(), "/data");
        add(command, "--ro-bind", folder.toolbox().toString(), "/toolbox");
        add(command, "--ro-bind", folder.model().toString(), "/run/model");
        add(command, "--bind", folder.program().toString(), "/run/program");
        add(command, "--ro-bind", folder.filter().toString(), "/run/box/seccomp");
        add(command, "--dir", "/tmp", "--chdir", "/", "--clearenv", "--setenv", "PATH", "/usr/bin:/bin", "--");
        add(command, "/bin/sh", "-c", Scripts.OUTER, "outer", String.valueOf(MODEL_PORT));
        add(command, String.valueOf(PROGRAM_PORT), String.valueOf(CONNECTIONS));
        return command;
    }

    private List<String> inner() {
        List<String> command = new ArrayList<>(List.of("bwrap", "--unshare-all", "--share-net", "--disable-userns"));
        isolate(command);
        if (machine.filter().isPresent()) {
            add(command, "--seccomp", "5");
        }
        readOnlySystem(command, "/etc", "/etc");
        add(command, "--ro-bind", "/data", "/data");
        if (request.shown().toolbox().isPresent()) {
            add(command, "--ro-bind", "/toolbox", "/toolbox");
        }
        String folderBytes = String.valueOf(request.limits().folderBytes());
        add(command, "--size", folderBytes, "--tmpfs", "/job", "--size", folderBytes, "--tmpfs", "/state");
        String tmpBytes = String.valueOf(TMP_BYTES);
        add(command, "--size", tmpBytes, "--tmpfs", "/tmp", "--size", tmpBytes, "--tmpfs", "/dev/shm");
        add(command, "--remount-ro", "/dev", "--remount-ro", "/", "--chdir", "/job", "--clearenv");
        environment().forEach((name, value) -> add(command, "--setenv", name, value));
        command.add("--");
        return command;
    }

    private List<String> program() {
        BoxRequest.Limits limits = request.limits();
        int processes = limits.processes() + OWN_PROCESSES;
        List<String> command = new ArrayList<>(List.of("prlimit", "--nproc=" + processes + ":" + processes));
        command.add("--fsize=" + limits.folderBytes() + ":" + limits.folderBytes());
        if (!machine.groups().controls().contains("memory")) {
            command.add("--data=" + limits.memoryBytes() + ":" + limits.memoryBytes());
        }
        add(
                command,
                "--",
                "/bin/sh",
                "-c",
                Scripts.INNER,
                "inner",
                request.build().orElse(""),
                request.run());
        return command;
    }

    private static void isolate(List<String> command) {
        add(command, "--unshare-user", "--die-with-parent", "--new-session", "--hostname", "box");
        add(command, "--cap-drop", "ALL", "--uid", NOBODY, "--gid", NOBODY);
    }

    private static void readOnlySystem(List<String> command, String hostEtc, String ownEtc) {
        add(command, "--ro-bind", "/usr", "/usr");
        for (String name : List.of("bin", "sbin", "lib", "lib32", "lib64")) {
            Path path = Path.of("/", name);
            if (Files.isSymbolicLink(path)) {
                add(command, "--symlink", "usr/" + name, "/" + name);
            } else if (Files.isDirectory(path)) {
                add(command, "--ro-bind", "/" + name, "/" + name);
            }
        }
        for (String name : List.of("alternatives", "ssl", "pki", "ca-certificates", "ld.so.cache")) {
            add(command, "--ro-bind-try", hostEtc + "/" + name, "/etc/" + name);
        }
        for (String name : javaSettings()) {
            add(command, "--ro-bind-try", hostEtc + "/" + name, "/etc/" + name);
        }
        for (String name : List.of("passwd", "group", "hosts", "nsswitch.conf")) {
            add(command, "--ro-bind", ownEtc + "/" + name, "/etc/" + name);
        }
        if (!OWN_JAVA.startsWith("/usr/")) {
            add(command, "--ro-bind-try", OWN_JAVA, OWN_JAVA);
        }
        add(command, "--proc", "/proc", "--dev", "/dev");
    }

    private static List<String> javaSettings() {
        String[] names = Path.of("/etc").toFile().list((_, name) -> name.startsWith("java-"));
        return names == null ? List.of() : List.of(names);
    }

    private Map<String, String> environment() {
        Map<String, String> environment =
                BoxEnvironment.defaults(request, OWN_JAVA + "/bin:/usr/local/bin:/usr/bin:/bin");
        environment.put("HOME", "/tmp");
        environment.putAll(request.environment());
        environment.putAll(BoxEnvironment.contract(PROGRAM_PORT, MODEL_PORT, Path.of("/data"), Path.of("/state")));
        request.shown().toolbox().ifPresent(_ -> environment.put(BoxEnvironment.TOOLBOX, "/toolbox"));
        return environment;
    }

    private static void add(List<String> command, String... words) {
        command.addAll(List.of(words));
    }
}
