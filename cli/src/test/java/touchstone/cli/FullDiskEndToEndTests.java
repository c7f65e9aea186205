package touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchstone.runner.fixtures.TinyLab;
import touchstone.runner.fixtures.TinySolution;

/** A disk without room: a small file system in memory, which only root may mount. */
class FullDiskEndToEndTests {

    @TempDir
    Path home;

    private Path disk = Path.of("");

    @BeforeEach
    void mountASmallDisk() throws IOException, InterruptedException {
        disk = Files.createDirectory(home.resolve("disk"));
        boolean mounted = runs("mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", disk.toString());
        if (!mounted) {
            System.out.println("FullDiskEndToEndTests is skipped: no small file system can be mounted here (not root?).");
        }
        assumeTrue(mounted, "no small file system can be mounted here");
    }

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        runs("umount", disk.toString());
    }

    @Test
    void saysThatThereIsNoRoomAndLeavesNothingHalfWritten() throws IOException {
        TinyLab.write(home.resolve("labs"), 20);
        Path solution = TinySolution.write(home.resolve("solution"), "", TinySolution.RIGHT)
                .folder();
        Terminal terminal = new Terminal(home);

        int status = terminal.type(
                "lab", "run", "tiny", "--trust", "--solution", solution.toString(), "--out", disk.resolve("out") + "");

        assertThat(status).isEqualTo(Main.OWN_FAULT);
        assertThat(terminal.err().lines().filter(line -> line.startsWith("touchstone: ")))
                .singleElement()
                .asString()
                .contains(disk.resolve("out").toString(), "No space left on device");
        assertThat(terminal.err()).doesNotContain("\tat ");
        assertThat(terminal.out()).isEmpty();
        assertThat(disk).isEmptyDirectory();
    }

    private static boolean runs(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false;
        }
    }
}
