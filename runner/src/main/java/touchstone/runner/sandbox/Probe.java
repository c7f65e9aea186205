package touchstone.runner.sandbox;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import touchstone.runner.sandbox.Sandbox.Availability;

/** Starts one tiny box to see whether boxes work here; once in a JVM. */
final class Probe {

    private static final String PROGRAM = "true";

    private Probe() {}

    static Availability answer() {
        return Holder.ANSWER;
    }

    private static final class Holder {
        private static final Availability ANSWER = ask();
    }

    private static Availability ask() {
        if (!System.getProperty("os.name").equals("Linux")) {
            return new Availability.Unavailable(
                    "The sandbox needs Linux.", "Run Touchstone on Linux, or use --trust for your own code only.");
        }
        Machine machine = Machine.own();
        Optional<String> missing = machine.missing();
        if (missing.isPresent()) {
            return new Availability.Unavailable(
                    missing.get(), "Install them (Debian, Ubuntu: apt install bubblewrap socat util-linux tar).");
        }
        try {
            run(machine);
        } catch (SandboxException | IOException e) {
            return refused(String.valueOf(e.getMessage()));
        }
        return limits(machine);
    }

    private static void run(Machine machine) throws IOException {
        Path folder = Files.createTempDirectory("touchstone-probe-");
        try {
            BoxRequest request = new BoxRequest(
                    Files.createDirectory(folder.resolve("solution")),
                    BoxRequest.Shown.NOTHING,
                    Optional.of(PROGRAM),
                    PROGRAM,
                    UnixDomainSocketAddress.of(folder.resolve("nobody")),
                    Map.of(),
                    BoxRequest.Limits.DEFAULT,
                    folder.resolve("work"));
            try (Box box = BubblewrapBox.start(request, machine)) {
                if (box.buildFailed()) {
                    throw new SandboxException("A box started but ran nothing: " + box.outputTail(500));
                }
            }
        } finally {
            Trees.delete(folder);
        }
    }

    /** Turns bubblewrap's words into what a person can do. */
    static Availability refused(String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        if (lower.contains("uid map") || lower.contains("new namespace") || lower.contains("user namespace")) {
            return new Availability.Unavailable(
                    "This machine forbids user namespaces: " + words,
                    "Allow them (Ubuntu: an AppArmor profile for bwrap, or sysctl"
                            + " kernel.apparmor_restrict_unprivileged_userns=0; container: --security-opt"
                            + " seccomp=unconfined --security-opt apparmor=unconfined), or use --trust for your own"
                            + " code.");
        }
        if (lower.contains("proc")) {
            return new Availability.Unavailable(
                    "A box cannot have a process list of its own here: " + words,
                    "In a container, start it with --security-opt systempaths=unconfined; or use --trust for your own"
                            + " code.");
        }
        return new Availability.Unavailable(
                words, "Run `bwrap --unshare-all --ro-bind / / true` to see more, or use --trust for your own code.");
    }

    static Availability limits(Machine machine) {
        List<String> enforced = new ArrayList<>(List.of("network (namespace)", "folders (tmpfs)", "output (pipe)"));
        List<String> notEnforced = new ArrayList<>();
        List<String> controls = machine.groups().controls();
        String label = machine.groups().label();
        enforced.add(controls.contains("processes") ? "processes (" + label + ", rlimit)" : "processes (rlimit)");
        for (String control : List.of("memory", "cpu")) {
            if (controls.contains(control)) {
                enforced.add(control + " (" + label + ")");
            } else if (control.equals("memory")) {
                notEnforced.add("memory of all processes together, only of each (" + label + ")");
            } else {
                notEnforced.add(control + " (" + label + ")");
            }
        }
        if (machine.filter().isPresent()) {
            enforced.add("system calls (seccomp)");
        } else {
            notEnforced.add("system calls (no seccomp filter for " + System.getProperty("os.arch") + ")");
        }
        return new Availability.Available(enforced, notEnforced);
    }
}
