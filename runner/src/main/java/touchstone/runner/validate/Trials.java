package touchstone.runner.validate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import touchstone.runner.Outcome;
import touchstone.runner.RunnerException;
import touchstone.runner.lab.LabFolder;
import touchstone.runner.run.LabRun;
import touchstone.runner.run.Progress;
import touchstone.runner.run.Recording;
import touchstone.runner.run.RunRequest;
import touchstone.runner.sandbox.Sandbox;
import touchstone.simulator.ledger.LedgerEntry;

/** Runs the trials of a validation, several side by side: a lab that mostly waits leaves the machine idle. */
final class Trials {

    private static final int TRIES = 3;

    private final LabFolder lab;
    private final Sandbox sandbox;
    private final boolean quick;
    private final int sideBySide;
    private final Progress progress;
    private final InstantSource clock;

    Trials(LabFolder lab, Sandbox sandbox, boolean quick, int sideBySide, Progress progress, InstantSource clock) {
        this.lab = lab;
        this.sandbox = sandbox;
        this.quick = quick;
        this.sideBySide = sideBySide;
        this.progress = progress;
        this.clock = clock;
    }

    /** Runs them all; results in the order of the trials. */
    List<TrialResult> run(List<Trial> trials) throws InterruptedException {
        AtomicInteger done = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(sideBySide);
        try {
            List<Future<TrialResult>> pending = new ArrayList<>();
            for (Trial trial : trials) {
                pending.add(threads.submit(() -> {
                    TrialResult result = run(trial);
                    progress.day(trial.name() + " seed " + trial.seed(), done.incrementAndGet(), trials.size());
                    return result;
                }));
            }
            List<TrialResult> results = new ArrayList<>();
            for (Future<TrialResult> future : pending) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException failed) {
            throw new RunnerException("a trial failed: " + failed.getCause(), failed);
        } finally {
            threads.shutdownNow();
            threads.close();
        }
    }

    private TrialResult run(Trial trial) throws InterruptedException {
        TrialResult result = once(trial);
        for (int tries = 1; tries < TRIES && result.outcome() instanceof Outcome.InfraError; tries++) {
            result = once(trial);
        }
        return result;
    }

    private TrialResult once(Trial trial) throws InterruptedException {
        try {
            Path scratch = Files.createTempDirectory("touchstone-trial");
            try {
                RunRequest request =
                        new RunRequest(lab, trial.solution(), trial.seed(), quick, sandbox, Progress.NONE, clock);
                Recording recording = LabRun.make(request, scratch);
                boolean scored = recording.outcome() instanceof Outcome.Scored;
                return new TrialResult(
                        trial,
                        recording.outcome(),
                        scored
                                ? TrialResult.values(lab.lab().measure(recording.log(), recording.solutionCalls()))
                                : Map.of(),
                        unrecognised(recording));
            } finally {
                delete(scratch);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot prepare a trial", failed);
        }
    }

    private static double unrecognised(Recording recording) {
        List<LedgerEntry> answered = recording.solutionCalls().stream()
                .filter(call -> !call.served().family().isEmpty())
                .toList();
        long unknown =
                answered.stream().filter(call -> !call.served().recognised()).count();
        return answered.isEmpty() ? 0 : (double) unknown / answered.size();
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
