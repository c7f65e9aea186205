package touchstone.runner.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The kernel's limits for a group of processes together, in whichever version this machine has them. */
sealed interface ControlGroups permits CgroupV1, CgroupV2, NoCgroups {

    /** A new group with these limits, named after this JVM. */
    ControlGroup create(BoxRequest.Limits limits) throws IOException;

    /** What a group limits: some of "memory", "processes", "cpu". */
    List<String> controls();

    /** For people: "cgroup v1", or why there is none. */
    String label();

    /** Removes the groups of Touchstones that are gone. */
    void removeLeftovers() throws IOException;

    /** The groups that really work on this machine, tried out with a harmless process. */
    static ControlGroups detect() {
        Path root = Path.of("/sys/fs/cgroup");
        try {
            List<String> membership = Files.readAllLines(Path.of("/proc/self/cgroup"));
            ControlGroups groups = Files.exists(root.resolve("cgroup.controllers"))
                    ? CgroupV2.below(root, membership)
                    : CgroupV1.below(root, membership);
            if (groups.controls().isEmpty()) {
                return groups;
            }
            groups.removeLeftovers();
            tryOut(groups);
            return groups;
        } catch (IOException e) {
            return new NoCgroups("no cgroup that Touchstone may use: " + e.getMessage());
        }
    }

    private static void tryOut(ControlGroups groups) throws IOException {
        Process process = new ProcessBuilder("cat").start();
        try (ControlGroup group = groups.create(BoxRequest.Limits.DEFAULT)) {
            group.add(process.pid());
        } finally {
            process.destroyForcibly();
        }
    }
}
