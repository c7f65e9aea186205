package touchstone.runner.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Control groups, version 2: one tree, whose folders pass controllers on to the folders below them.
 *
 * <p>Groups are made in the nearest folder, from Touchstone's own upwards, that passes on memory and pids and that it may
 * write. A folder that holds processes cannot pass controllers on, so that Touchstone's own rarely is the one; a systemd
 * service needs {@code Delegate=yes}. Source: Linux, Documentation/admin-guide/cgroup-v2.
 *
 * @param parent folder in which groups are made
 * @param passesCpu whether the cpu controller is passed on too
 */
record CgroupV2(Path parent, boolean passesCpu) implements ControlGroups {

    private static final long PERIOD_MICROS = 100_000;

    /**
     * @param root where the tree is mounted
     * @param membership lines of /proc/self/cgroup
     */
    static ControlGroups below(Path root, List<String> membership) throws IOException {
        String own = membership.stream()
                .filter(line -> line.startsWith("0::/"))
                .map(line -> line.substring("0::/".length()))
                .findFirst()
                .orElse("");
        Path folder = root.resolve(own).normalize();
        if (!folder.startsWith(root) || !Files.isDirectory(folder)) {
            folder = root;
        }
        while (folder != null && folder.startsWith(root)) {
            if (Files.isWritable(folder) && (passesOn(folder) || askToPassOn(folder))) {
                return new CgroupV2(folder, words(folder.resolve("cgroup.subtree_control")).contains("cpu"));
            }
            folder = folder.getParent();
        }
        return new NoCgroups("no cgroup: memory and pids are not delegated to Touchstone (systemd: Delegate=yes)");
    }

    private static boolean passesOn(Path folder) throws IOException {
        return words(folder.resolve("cgroup.subtree_control")).containsAll(List.of("memory", "pids"));
    }

    private static boolean askToPassOn(Path folder) throws IOException {
        List<String> here = words(folder.resolve("cgroup.controllers"));
        if (!here.containsAll(List.of("memory", "pids"))) {
            return false;
        }
        try {
            String wish = here.contains("cpu") ? "+memory +pids +cpu" : "+memory +pids";
            Files.writeString(folder.resolve("cgroup.subtree_control"), wish);
        } catch (IOException _) {
            return false;
        }
        return passesOn(folder);
    }

    private static List<String> words(Path file) throws IOException {
        return Files.isReadable(file) ? List.of(Files.readString(file).strip().split("\\s+")) : List.of();
    }

    @Override
    public ControlGroup create(BoxRequest.Limits limits) throws IOException {
        Path folder = Files.createDirectory(parent.resolve(ControlGroup.newName()));
        try {
            Files.writeString(folder.resolve("memory.max"), String.valueOf(limits.memoryBytes()));
            withoutSwap(folder);
            Files.writeString(folder.resolve("pids.max"), String.valueOf(ControlGroup.processes(limits)));
            if (passesCpu) {
                long quota = Math.round(limits.cpus() * PERIOD_MICROS);
                Files.writeString(folder.resolve("cpu.max"), quota + " " + PERIOD_MICROS);
            }
            return new ControlGroup(List.of(folder));
        } catch (IOException e) {
            new ControlGroup(List.of(folder)).close();
            throw e;
        }
    }

    private static void withoutSwap(Path folder) {
        try {
            Files.writeString(folder.resolve("memory.swap.max"), "0");
        } catch (IOException _) {
            // A kernel without swap accounting has no such file.
        }
    }

    @Override
    public List<String> controls() {
        return passesCpu ? List.of("memory", "processes", "cpu") : List.of("memory", "processes");
    }

    @Override
    public String label() {
        return "cgroup v2";
    }

    @Override
    public void removeLeftovers() throws IOException {
        ControlGroup.removeLeftovers(parent);
    }
}
