package touchstone.runner.run;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import touchstone.runner.Outcome;
import touchstone.runner.RunnerException;
import touchstone.runner.lab.Day;
import touchstone.runner.lab.LabDescription;
import touchstone.runner.lab.LabDescription.Limits;
import touchstone.runner.run.RunLog.Header;
import touchstone.runner.run.RunLog.ItemRecord;
import touchstone.runner.sandbox.Box;
import touchstone.runner.sandbox.BoxRequest;
import touchstone.runner.sandbox.Sandbox.Availability;
import touchstone.runner.sandbox.SandboxException;
import touchstone.simulator.behaviour.GroundedBehaviour;
import touchstone.simulator.ledger.Ledger;
import touchstone.simulator.ledger.MemoryLedger;
import touchstone.simulator.ledger.RunClock;
import touchstone.simulator.wire.SentenceEmbeddings;
import touchstone.simulator.wire.SimulatedModel;

/** Makes one run: starts the simulated model and the solution, plays the day, and records what both sides saw. */
public final class LabRun {

    private static final String API_KEY = "touchstone-simulated-key";
    private static final int TAIL_CHARACTERS = 2_000;

    private final RunRequest request;
    private final LabDescription description;
    private final Header header;
    private final List<String> notes = new ArrayList<>();
    private String sandboxWords = "";
    private String digest = "";

    private LabRun(RunRequest request) {
        this.request = request;
        this.description = request.lab().description();
        this.header = new Header(
                description.id(),
                description.version(),
                description.gradingVersion(),
                request.seed(),
                request.quick(),
                request.clock().instant().toString());
    }

    /**
     * Makes the run. Whatever the solution does wrong is the outcome of the recording.
     *
     * @param work an empty folder for this run's sockets and scratch files
     * @throws InterruptedException when the run is called off; nothing is left running
     */
    public static Recording make(RunRequest request, Path work) throws InterruptedException {
        return new LabRun(request).make(work);
    }

    private Recording make(Path work) throws InterruptedException {
        return switch (Solution.read(request.solution(), description.id())) {
            case Solution.Reading.Refused(String cause) -> ended(new Outcome.InvalidSubmission(cause));
            case Solution.Reading.Read(Solution solution) -> make(solution, work);
        };
    }

    private Recording make(Solution solution, Path work) throws InterruptedException {
        return switch (solution.toolbox().map(Toolboxes.of(request.lab())::find).orElse(Toolboxes.NOT_WANTED)) {
            case Toolboxes.Finding.Unknown(String cause) ->
                ended(new Outcome.InvalidSubmission(solution.folder().resolve("solution.yaml") + ": " + cause));
            case Toolboxes.Finding.Found(Optional<Path> toolbox) ->
                switch (request.sandbox().availability()) {
                    case Availability.Unavailable(String reason, String remedy) ->
                        throw new RunnerException("no sandbox: " + reason + " " + remedy);
                    case Availability.Available available -> {
                        describe(available);
                        digest = SolutionDigest.of(solution.folder());
                        yield run(solution, toolbox, work);
                    }
                };
        };
    }

    private void describe(Availability.Available available) {
        sandboxWords = request.sandbox().name()
                + (available.enforced().isEmpty() ? "" : ": " + String.join(", ", available.enforced()));
        available.notEnforced().forEach(limit -> notes.add("Not enforced on this machine: " + limit + "."));
    }

    private Recording run(Solution solution, Optional<Path> toolbox, Path work) throws InterruptedException {
        Day day = request.lab().lab().day(request.seed(), request.quick());
        RunClock clock = new RunClock(System::nanoTime);
        Ledger ledger = new MemoryLedger();
        SocketAddress listen = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try (SimulatedModel model = SimulatedModel.start(
                day.scenario(),
                new GroundedBehaviour(day.scenario()),
                new SentenceEmbeddings(),
                clock,
                request.clock(),
                ledger,
                listen)) {
            request.progress()
                    .step("starting the solution (" + request.sandbox().name() + ")");
            try (Box box = start(boxRequest(solution, toolbox, model.address(), work))) {
                RunningSolution running = new RunningSolution(
                        box, description.limits(), solution.build().isPresent());
                Optional<String> failed = running.awaitStart();
                if (failed.isPresent()) {
                    Outcome outcome = new Outcome.SolutionFailed(failed.get());
                    return ended(outcome, day, List.of(), Session.References.NONE, ledger, box);
                }
                return play(day, clock, ledger, model, running);
            }
        }
    }

    private Box start(BoxRequest wanted) throws InterruptedException {
        try {
            return request.sandbox().start(wanted);
        } catch (SandboxException failed) {
            if (Thread.interrupted()) {
                throw new InterruptedException("the start was called off");
            }
            throw failed;
        }
    }

    private Recording play(Day day, RunClock clock, Ledger ledger, SimulatedModel model, RunningSolution running)
            throws InterruptedException {
        ReferenceProbe probe = new ReferenceProbe(
                model.address(), API_KEY, day.scenario().models().getFirst().id(), clock, ledger);
        model.enter(ReferenceProbe.PHASE);
        request.progress().step("measuring the reference");
        List<Double> before = probe.measure();
        long start = clock.micros();
        Driver.Played played = new Driver(running, clock, model::enter, request.progress()).play(day);
        List<ItemRecord> records = played.records();
        boolean died = !running.runs();
        model.enter(ReferenceProbe.PHASE);
        List<Double> after = probe.measure();
        running.stop();
        Session.References references = new Session.References(before, after);
        Optional<String> failure = died && played.failure().isEmpty()
                ? Optional.of(running.died(records.size(), day.items().size()))
                : played.failure();
        Outcome outcome = failure.<Outcome>map(Outcome.SolutionFailed::new).orElseGet(Outcome.Scored::new);
        Recording recording = new Recording(
                outcome,
                new RunLog(header, shift(day.phases(), start), shiftItems(records, start)),
                session(outcome, references),
                ledger.entries(),
                running.box().outputTail(TAIL_CHARACTERS));
        return Steadiness.check(recording);
    }

    /** Phases on the run's clock. */
    private static List<Day.Phase> shift(List<Day.Phase> phases, long start) {
        return phases.stream()
                .map(phase -> new Day.Phase(
                        phase.name(),
                        phase.title(),
                        phase.fault(),
                        start + phase.startMicros(),
                        start + phase.endMicros(),
                        phase.restart()))
                .toList();
    }

    private static List<ItemRecord> shiftItems(List<ItemRecord> records, long start) {
        return records.stream().map(record -> record.arrivingAfter(start)).toList();
    }

    private BoxRequest boxRequest(Solution solution, Optional<Path> toolbox, SocketAddress model, Path work) {
        Limits limits = description.limits();
        return new BoxRequest(
                solution.folder(),
                new BoxRequest.Shown(request.lab().data(), toolbox),
                solution.build(),
                solution.run(),
                model,
                Map.of("OPENAI_API_KEY", API_KEY),
                new BoxRequest.Limits(
                        limits.processes(),
                        (long) limits.memoryMiB() << 20,
                        (long) limits.folderMiB() << 20,
                        (long) limits.outputKiB() << 10,
                        limits.cpus()),
                work);
    }

    private Recording ended(Outcome outcome) {
        return new Recording(
                outcome,
                new RunLog(header, List.of(), List.of()),
                session(outcome, Session.References.NONE),
                List.of(),
                "");
    }

    private Recording ended(
            Outcome outcome, Day day, List<ItemRecord> records, Session.References references, Ledger ledger, Box box) {
        return new Recording(
                outcome,
                new RunLog(header, day.phases(), records),
                session(outcome, references),
                ledger.entries(),
                box.outputTail(TAIL_CHARACTERS));
    }

    private Session session(Outcome outcome, Session.References references) {
        return new Session(
                outcome.code(),
                outcome.cause(),
                Version.current(),
                sandboxWords,
                digest,
                Machine.describe(),
                references,
                List.copyOf(notes));
    }
}
