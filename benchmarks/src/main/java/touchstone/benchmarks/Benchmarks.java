package touchstone.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import touchstone.runner.sandbox.Bubblewrap;
import touchstone.runner.sandbox.Sandbox;
import touchstone.runner.sandbox.Sandbox.Availability;
import touchstone.runner.sandbox.Unboxed;

/** Runs all benchmarks, in about three minutes, and writes docs/benchmarks.md; sections that others write stay. */
public final class Benchmarks {

    private final Path home;
    private final Path work;

    private Benchmarks(Path home, Path work) {
        this.home = home;
        this.work = work;
    }

    /** {@code arguments}: the repository's root folder. */
    static void main(String[] arguments) throws IOException, InterruptedException {
        Path home = Path.of(arguments[0]);
        Path work = Files.createTempDirectory("touchstone-bench");
        Logger.getLogger("").setLevel(Level.WARNING);
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> ProcessHandle.current().descendants().forEach(ProcessHandle::destroy)));
        try {
            new Benchmarks(home, work).run();
        } finally {
            delete(work);
        }
    }

    private void run() throws IOException, InterruptedException {
        Instant now = Clock.systemUTC().instant();
        Surroundings where = Surroundings.look();
        say("plain chat completions, three servers");
        Throughput.Result throughput = Throughput.measure(work);
        say("streams at once");
        List<Streams.Row> streams = Streams.measure(work);
        say("sandbox");
        List<SandboxCost.Result> sandboxes = new ArrayList<>();
        sandboxes.add(SandboxCost.measure(new Unboxed(), work));
        Sandbox boxed = new Bubblewrap();
        boolean canBox = boxed.availability() instanceof Availability.Available;
        if (canBox) {
            sandboxes.add(SandboxCost.measure(boxed, work));
        }
        say("a quick lab run");
        RunnerOverhead.Result runner = RunnerOverhead.measure(home, work, canBox ? boxed : new Unboxed());
        Path page = home.resolve("docs").resolve("benchmarks.md");
        String others = Files.exists(page) ? Sections.in(Files.readString(page)) : "";
        Files.writeString(
                page,
                Page.of(where, now, new Results(throughput, streams, runner, sandboxes))
                        + (others.isEmpty() ? "" : "\n" + others));
        say("written to docs/benchmarks.md");
    }

    private static void say(String what) {
        System.err.println("bench: " + what);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
