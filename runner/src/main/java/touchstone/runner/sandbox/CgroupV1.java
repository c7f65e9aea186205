package touchstone.runner.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Control groups, version 1: one tree of folders for each controller. Source: Linux, Documentation/admin-guide/cgroup-v1.
 *
 * @param memory folder below which groups are made; likewise the others
 */
record CgroupV1(Path memory, Path pids, Path cpu) implements ControlGroups {

    private static final long PERIOD_MICROS = 100_000;

    /**
     * @param root where the controllers are mounted
     * @param membership lines of /proc/self/cgroup
     */
    static ControlGroups below(Path root, List<String> membership) {
        Path memory = own(root, "memory", membership);
        Path pids = own(root, "pids", membership);
        Path cpu = own(root, "cpu", membership);
        for (Path folder : List.of(memory, pids, cpu)) {
            if (!Files.isWritable(folder)) {
                return new NoCgroups("no cgroup: " + folder + " is missing or not writable");
            }
        }
        return new CgroupV1(memory, pids, cpu);
    }

    private static Path own(Path root, String controller, List<String> membership) {
        Path top = root.resolve(controller);
        for (String line : membership) {
            String[] parts = line.split(":", 3);
            if (parts.length == 3 && List.of(parts[1].split(",")).contains(controller)) {
                Path own = top.resolve(parts[2].substring(1)).normalize();
                return Files.isDirectory(own) ? own : top;
            }
        }
        return top;
    }

    @Override
    public ControlGroup create(BoxRequest.Limits limits) throws IOException {
        String name = ControlGroup.newName();
        List<Path> folders = new ArrayList<>();
        try {
            for (Path parent : List.of(memory, pids, cpu)) {
                folders.add(Files.createDirectory(parent.resolve(name)));
            }
            String bytes = String.valueOf(limits.memoryBytes());
            Files.writeString(memory.resolve(name).resolve("memory.limit_in_bytes"), bytes);
            Path withSwap = memory.resolve(name).resolve("memory.memsw.limit_in_bytes");
            if (Files.exists(withSwap)) {
                Files.writeString(withSwap, bytes);
            }
            Files.writeString(
                    pids.resolve(name).resolve("pids.max"), String.valueOf(ControlGroup.processes(limits)));
            Files.writeString(cpu.resolve(name).resolve("cpu.cfs_period_us"), String.valueOf(PERIOD_MICROS));
            Files.writeString(
                    cpu.resolve(name).resolve("cpu.cfs_quota_us"),
                    String.valueOf(Math.round(limits.cpus() * PERIOD_MICROS)));
            return new ControlGroup(folders);
        } catch (IOException e) {
            new ControlGroup(folders).close();
            throw e;
        }
    }

    @Override
    public List<String> controls() {
        return List.of("memory", "processes", "cpu");
    }

    @Override
    public String label() {
        return "cgroup v1";
    }

    @Override
    public void removeLeftovers() throws IOException {
        for (Path parent : List.of(memory, pids, cpu)) {
            ControlGroup.removeLeftovers(parent);
        }
    }
}
