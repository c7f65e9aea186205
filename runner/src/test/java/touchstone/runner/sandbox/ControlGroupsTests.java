package touchstone.runner.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writes the kernel's files into ordinary folders; what the kernel makes of them is the business of BubblewrapTests. */
class ControlGroupsTests {

    private static final BoxRequest.Limits LIMITS = new BoxRequest.Limits(100, 1 << 28, 1 << 20, 1 << 20, 1.5);

    @TempDir
    Path root;

    private Path folder(String name, String passedOn) throws IOException {
        Path folder = Files.createDirectories(root.resolve(name));
        Files.writeString(folder.resolve("cgroup.controllers"), "cpuset cpu io memory pids\n");
        Files.writeString(folder.resolve("cgroup.subtree_control"), passedOn);
        return folder;
    }

    private static Path onlyGroupIn(Path parent) throws IOException {
        try (Stream<Path> entries = Files.list(parent)) {
            return entries.filter(entry -> entry.getFileName().toString().startsWith("touchstone-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void writesLimitsOfVersionTwoBesideItsOwnGroup() throws IOException {
        folder("", "cpu memory pids\n");
        Path slice = folder("user.slice", "cpu memory pids\n");
        Files.createDirectories(root.resolve("user.slice/touchstone.service"));

        ControlGroups groups = CgroupV2.below(root, List.of("0::/user.slice/touchstone.service"));
        ControlGroup group = groups.create(LIMITS);
        group.add(4711);

        Path made = onlyGroupIn(slice);
        assertThat(made.resolve("memory.max")).hasContent("268435456");
        assertThat(made.resolve("memory.swap.max")).hasContent("0");
        assertThat(made.resolve("pids.max")).hasContent("112");
        assertThat(made.resolve("cpu.max")).hasContent("150000 100000");
        assertThat(made.resolve("cgroup.procs")).hasContent("4711");
        assertThat(groups.controls()).containsExactly("memory", "processes", "cpu");
    }

    @Test
    void saysWhichControllersOfVersionTwoItHas() throws IOException {
        folder("", "memory pids\n");
        ControlGroups groups = CgroupV2.below(root, List.of("0::/"));
        assertThat(groups.controls()).containsExactly("memory", "processes");
        assertThat(groups.label()).isEqualTo("cgroup v2");
    }

    @Test
    void killsThroughVersionTwosSwitch() throws IOException {
        folder("", "memory pids\n");
        ControlGroup group = CgroupV2.below(root, List.of("0::/")).create(LIMITS);
        Path made = onlyGroupIn(root);
        Files.writeString(made.resolve("cgroup.kill"), "");
        group.kill();
        assertThat(made.resolve("cgroup.kill")).hasContent("1");
    }

    @Test
    void doesWithoutGroups_whenNothingIsDelegated() throws IOException {
        Path folder = folder("", "");
        Files.writeString(folder.resolve("cgroup.controllers"), "cpu\n");
        ControlGroups groups = CgroupV2.below(root, List.of("0::/"));
        assertThat(groups.controls()).isEmpty();
        assertThat(groups.label()).contains("Delegate=yes");
    }

    @Test
    void staysBelowTheRoot() throws IOException {
        folder("", "memory pids\n");
        ControlGroups groups = CgroupV2.below(root, List.of("0::/../../elsewhere"));
        assertThat(groups).isEqualTo(new CgroupV2(root, false));
    }

    @Test
    void writesLimitsOfVersionOne() throws IOException {
        for (String controller : List.of("memory/own", "pids", "cpu")) {
            Files.createDirectories(root.resolve(controller));
        }
        ControlGroups groups = CgroupV1.below(root, List.of("4:memory:/own", "8:pids:/", "2:cpu,cpuacct:/gone"));
        groups.create(LIMITS).add(4711);

        Path memory = onlyGroupIn(root.resolve("memory/own"));
        assertThat(memory.resolve("memory.limit_in_bytes")).hasContent("268435456");
        assertThat(memory.resolve("cgroup.procs")).hasContent("4711");
        assertThat(onlyGroupIn(root.resolve("pids")).resolve("pids.max")).hasContent("112");
        assertThat(onlyGroupIn(root.resolve("cpu")).resolve("cpu.cfs_quota_us")).hasContent("150000");
    }

    @Test
    void removesGroupsOfTheDeadOnly() throws IOException {
        folder("", "memory pids\n");
        Path dead = Files.createDirectory(root.resolve("touchstone-999999999-1-1"));
        Path ours = Files.createDirectory(root.resolve(ControlGroup.newName()));
        Path foreign = Files.createDirectory(root.resolve("touchstone-other"));
        CgroupV2.below(root, List.of("0::/")).removeLeftovers();
        assertThat(dead).doesNotExist();
        assertThat(ours).exists();
        assertThat(foreign).exists();
    }

    @Test
    void explainsWhyThereIsNoBox() {
        assertThat(Probe.refused("bwrap: setting up uid map: Permission denied"))
                .isInstanceOfSatisfying(
                        Sandbox.Availability.Unavailable.class,
                        answer -> assertThat(answer.remedy()).contains("AppArmor"));
        assertThat(Probe.limits(new Machine(new NoCgroups("no cgroup"), Optional.empty())))
                .isInstanceOfSatisfying(
                        Sandbox.Availability.Available.class,
                        answer -> assertThat(answer.notEnforced()).hasSize(3));
    }
}
