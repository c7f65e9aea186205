package touchstone.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import touchstone.runner.lab.Day;
import touchstone.runner.lab.LabFolder;
import touchstone.runner.lab.Labs;
import touchstone.runner.run.LabRun;
import touchstone.runner.run.Progress;
import touchstone.runner.run.Recording;
import touchstone.runner.run.RunRequest;
import touchstone.runner.sandbox.Sandbox;

/** What a lab run takes on top of its scripted day. */
final class RunnerOverhead {

    private static final String LAB = "resilient-client";

    /**
     * One quick run; seconds.
     *
     * @param outcome of the run, such as SCORED
     * @param start until the solution answers, with the sandbox's start
     * @param drain from the end of the scripted day to the last reply
     */
    record Result(String lab, String sandbox, String outcome, double wall, double day, double drain, double start) {

        /** Wall time that is neither the scripted day nor the wait for its last replies. */
        double overhead() {
            return wall - day - drain;
        }
    }

    private RunnerOverhead() {}

    static Result measure(Path home, Path work, Sandbox sandbox) throws IOException, InterruptedException {
        LabFolder lab = Labs.find(home.resolve("labs"), LAB)
                .orElseThrow(() -> new IllegalStateException("no lab " + LAB + " in " + home));
        Steps steps = new Steps();
        long begun = System.nanoTime();
        Recording recording = LabRun.make(
                new RunRequest(lab, lab.rung("expert"), 1, true, sandbox, steps, Clock.systemUTC()),
                Files.createTempDirectory(work, "run"));
        double wall = seconds(System.nanoTime() - begun);
        List<Day.Phase> phases = recording.log().phases();
        long from = phases.isEmpty() ? 0 : phases.getFirst().startMicros();
        long to = phases.isEmpty() ? 0 : phases.getLast().endMicros();
        long last = recording.log().items().stream()
                .mapToLong(item -> item.doneMicros())
                .max()
                .orElse(to);
        return new Result(
                LAB,
                sandbox.name(),
                recording.outcome().code(),
                wall,
                (to - from) / 1e6,
                Math.max(0, last - to) / 1e6,
                seconds(steps.startNanos()));
    }

    private static double seconds(long nanos) {
        return nanos / 1e9;
    }

    /** Notes when each step began. */
    private static final class Steps implements Progress {
        private final List<Long> begun = new ArrayList<>();

        @Override
        public synchronized void step(String what) {
            begun.add(System.nanoTime());
        }

        @Override
        public void day(String phase, int done, int items) {}

        /** From the first step, the solution's start, to the second. */
        synchronized long startNanos() {
            return begun.size() < 2 ? 0 : begun.get(1) - begun.getFirst();
        }
    }
}
