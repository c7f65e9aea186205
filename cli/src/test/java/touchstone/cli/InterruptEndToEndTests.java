package touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import touchstone.runner.fixtures.TinyLab;
import touchstone.runner.fixtures.TinySolution;

/** Ctrl-C in a command of its own process. */
class InterruptEndToEndTests {

    private static final String SLOW_START = "import pathlib\ntime.sleep(30)";

    @TempDir
    Path home;

    /** While the day is played, and while the solution starts. */
    @ParameterizedTest
    @ValueSource(strings = {"Morning", "Starting the solution"})
    void leavesNothingBehind(String moment) throws IOException, InterruptedException {
        TinyLab.write(home.resolve("labs"), 60);
        TinySolution solution = TinySolution.write(
                home.resolve("solution"), moment.equals("Morning") ? "" : SLOW_START, "time.sleep(600)");
        Path out = home.resolve("runs/out");
        Path log = home.resolve("log");
        Process process =
                touchstone(log, "lab", "run", "tiny", "--solution", solution.folder() + "", "--out", out + "");
        try {
            awaitLine(process, log, moment);
            List<ProcessHandle> below = process.descendants().toList();
            interrupt(process);

            assertThat(process.waitFor(20, TimeUnit.SECONDS)).as(log(log)).isTrue();
            assertThat(process.exitValue()).as(log(log)).isEqualTo(Main.INTERRUPTED);
            assertThat(below).as("the sandbox ran").isNotEmpty();
            assertThat(below).noneMatch(ProcessHandle::isAlive);
            assertThat(solution.runs()).isFalse();
            assertThat(out.getParent()).isEmptyDirectory();
            assertThat(log(log)).doesNotContain("Exception", "fault of ours");
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    @Test
    void endsTheSimulator() throws IOException, InterruptedException {
        Path log = home.resolve("log");
        Process process = touchstone(log, "simulator", "start", "--port", "0");
        try {
            awaitLine(process, log, "Ctrl-C ends it");
            interrupt(process);

            assertThat(process.waitFor(20, TimeUnit.SECONDS)).as(log(log)).isTrue();
            assertThat(process.exitValue()).isEqualTo(Main.INTERRUPTED);
            assertThat(log(log)).doesNotContain("Exception");
        } finally {
            process.destroyForcibly();
        }
    }

    /** SIGINT is given its default effect first: a process started in the background may have inherited that it is ignored. */
    private Process touchstone(Path log, String... arguments) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Stream<String> jvm = Stream.of(
                "env",
                "--default-signal=INT",
                java.toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Dtouchstone.home=" + home,
                "-cp",
                System.getProperty("java.class.path"),
                "touchstone.cli.Main");
        return new ProcessBuilder(Stream.concat(jvm, Stream.of(arguments)).toList())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private static void interrupt(Process process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start().waitFor();
    }

    private static void awaitLine(Process process, Path log, String text) throws IOException, InterruptedException {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!log(log).contains(text) && process.isAlive() && System.nanoTime() < patience) {
            Thread.sleep(50);
        }
        assertThat(log(log)).contains(text);
        Thread.sleep(700);
    }

    private static String log(Path log) throws IOException {
        return Files.readString(log);
    }
}
