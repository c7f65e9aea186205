package touchstone.runner.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchstone.runner.Outcome;
import touchstone.runner.RunnerException;
import touchstone.runner.fixtures.TinyLab;
import touchstone.runner.fixtures.TinySolution;
import touchstone.runner.lab.LabFolder;
import touchstone.runner.run.Progress;
import touchstone.runner.run.RunFiles;
import touchstone.runner.run.RunRequest;
import touchstone.runner.sandbox.Bubblewrap;
import touchstone.runner.sandbox.Sandbox;

/**
 * What is wrong with a submission ends with the right outcome, a cause that a person understands, nothing left running, and a
 * run folder that is complete.
 */
class MalformedSubmissionTests {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z"));
    private static final int TRIES = 4;

    @TempDir
    Path folder;

    private int runs;

    /** The run's report; a run that the machine disturbed is repeated, as a person would. */
    private Report run(TinySolution solution) throws InterruptedException, IOException {
        Report report = once(solution.folder());
        for (int tries = 1; tries < TRIES && report.outcome() instanceof Outcome.InfraError; tries++) {
            report = once(solution.folder());
        }
        assertNothingRuns(solution);
        return report;
    }

    private Report once(Path solution) throws InterruptedException, IOException {
        LabFolder lab = TinyLab.write(folder.resolve("labs"), 5);
        Sandbox sandbox = new Bubblewrap();
        Path out = folder.resolve("run-" + ++runs);
        Report report = RunFolder.make(
                new RunRequest(lab, solution, runs, true, sandbox, Progress.NONE, CLOCK), TinyLab.calibration(), out);
        assertWhole(out, report, lab);
        return report;
    }

    private static void assertWhole(Path out, Report report, LabFolder lab) throws IOException {
        try (Stream<Path> files = Files.list(out)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "report.json", "report.html", "run.ndjson", "ledger.ndjson", "solution.log");
        }
        assertThat(out.resolveSibling(out.getFileName() + ".partial")).doesNotExist();
        assertThat(out.resolve("report.json")).hasContent(ReportJson.write(report));
        assertThat(RunFiles.read(out).outcome()).isEqualTo(report.outcome());
        String page = Files.readString(out.resolve("report.html"));
        assertThat(page.contains("Answers over the day")).isEqualTo(report.outcome() instanceof Outcome.Scored);
        RunFolder.rescore(out, lab, TinyLab.calibration());
        assertThat(out.resolve("report.html")).hasContent(page);
        assertThat(out.resolve("report.json")).hasContent(ReportJson.write(report));
    }

    private static void assertNothingRuns(TinySolution solution) throws InterruptedException {
        long patience = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (solution.runs() && System.nanoTime() < patience) {
            Thread.sleep(50);
        }
        assertThat(solution.runs()).isFalse();
    }

    private TinySolution solution(String start, String answer) throws IOException {
        return TinySolution.write(folder.resolve("solution"), start, answer);
    }

    private static void assertFailed(Report report, String... words) {
        assertThat(report.outcome().code()).isEqualTo("SOLUTION_FAILED");
        assertThat(report.outcome().exitStatus()).isEqualTo(1);
        assertThat(report.outcome().cause()).contains(words);
        assertThat(report.score().orElseThrow().value()).isZero();
    }

    private static void assertScored(Report report, double points) {
        assertThat(report.outcome().cause()).isEmpty();
        assertThat(report.outcome().code()).isEqualTo("SCORED");
        assertThat(report.outcome().exitStatus()).isZero();
        assertThat(report.score().orElseThrow().value()).isEqualTo(points);
    }

    @Test
    void scoresARightSolutionInFull() throws Exception {
        assertScored(run(solution("", TinySolution.RIGHT)), 100);
    }

    @Test
    void refusesAFolderWithoutASolution() throws Exception {
        Report report = once(Files.createDirectory(folder.resolve("empty")));

        assertThat(report.outcome().code()).isEqualTo("INVALID_SUBMISSION");
        assertThat(report.outcome().exitStatus()).isEqualTo(2);
        assertThat(report.outcome().cause()).contains("no solution.yaml");
        assertThat(report.score()).isEmpty();
    }

    @Test
    void refusesAToolboxThatDoesNotExist() throws Exception {
        Files.createDirectories(folder.resolve("toolboxes/java-lucene"));
        TinySolution solution = solution("", TinySolution.RIGHT).equipped("java-lucine");

        Report report = once(solution.folder());

        assertThat(report.outcome().code()).isEqualTo("INVALID_SUBMISSION");
        assertThat(report.outcome().cause())
                .contains("solution.yaml: there is no toolbox 'java-lucine'; write one of: java-lucene.");
        assertThat(report.score()).isEmpty();
    }

    @Test
    void doesNotBlameASubmissionForAToolboxThatIsNotBuilt() throws Exception {
        Files.createDirectories(folder.resolve("toolboxes/java-lucene"));
        TinySolution solution = solution("", TinySolution.RIGHT).equipped("java-lucene");

        assertThatThrownBy(() -> once(solution.folder()))
                .isInstanceOf(RunnerException.class)
                .hasMessageContaining("'java-lucene' is not built");
    }

    @Test
    void failsAProgramThatDoesNotStart() throws Exception {
        Report report = run(solution("print('no module named nothing'); sys.exit(3)", TinySolution.RIGHT));

        assertFailed(report, "ended before it was ready", "exit status 3", "no module named nothing");
    }

    @Test
    void failsAProgramThatStartsLate() throws Exception {
        assertFailed(
                run(solution("time.sleep(60)", TinySolution.RIGHT)), "did not answer GET /healthz with 200 within 5 s");
    }

    @Test
    void refusesAToolboxThatIsNoName() throws Exception {
        Files.createDirectories(folder.resolve("toolboxes/java-lucene"));
        for (String name : List.of("../labs", "java-lucene/", "\"\"", ".")) {
            TinySolution solution = solution("", TinySolution.RIGHT).equipped(name);

            assertThat(once(solution.folder()).outcome().code()).isEqualTo("INVALID_SUBMISSION");
        }
    }

    @Test
    void failsABuildThatFails() throws Exception {
        TinySolution solution = solution("", TinySolution.RIGHT).builtBy("echo boom >&2; exit 7");

        assertFailed(run(solution), "The build command failed", "boom");
    }

    @Test
    void failsAProgramThatDiesInTheMiddle() throws Exception {
        Report report = run(solution("", "if seen == 5: os._exit(9)\n" + TinySolution.RIGHT));

        assertFailed(report, "ended in the middle of the run", "of 10 requests", "exit status 9");
    }

    @Test
    void givesNothingToAProgramThatHangs() throws Exception {
        assertScored(run(solution("", "time.sleep(600)")), 0);
    }

    @Test
    void givesNothingForRubbish() throws Exception {
        assertScored(run(solution("", "handler.wfile.write(b'\\x00\\xff rubbish\\r\\n\\r\\n')")), 0);
    }

    @Test
    void givesNothingForAnotherKindOfContent() throws Exception {
        Report report = run(solution("", "handler.send(b'<html><body>hello</body></html>', 'text/html')"));

        assertThat(report.outcome()).isInstanceOf(Outcome.Scored.class);
        assertThat(points(report, "right")).isZero();
    }

    @Test
    void givesNothingForTenMegabytes() throws Exception {
        assertScored(run(solution("", "handler.send(b'1' * 10_000_000, 'application/json')")), 0);
    }

    @Test
    void givesNothingForAnswersAfterTheDeadline() throws Exception {
        assertScored(run(solution("", "time.sleep(0.95)\n" + TinySolution.RIGHT)), 0);
    }

    @Test
    void isNotDrownedByFiftyMegabytesOfOutput() throws Exception {
        TinySolution solution = solution("[print('x' * 99_999) for _ in range(500)]", TinySolution.RIGHT);

        assertScored(run(solution), 100);
        assertThat(folder.resolve("run-1/solution.log"))
                .satisfies(log -> assertThat(Files.size(log)).isLessThan(100_000));
    }

    @Test
    void isNotFooledByAForgedReport() throws Exception {
        String forge = """
            for place in ['report.json', '../report.json', '@out@/report.json', '@out@.partial/report.json', '/etc/x']:
                    try:
                        os.makedirs(os.path.dirname(place) or '.', exist_ok=True)
                        open(place, 'w').write('{"score": {"value": 100}}')
                    except OSError:
                        pass
            handler.reply({'id': request['id']})\
            """.replace("@out@", folder.resolve("run-1").toString());
        TinySolution solution = solution("", forge);

        Report report = run(solution);

        assertThat(points(report, "right")).isZero();
        assertThat(folder.resolve("solution/report.json")).doesNotExist();
        assertThat(folder.resolve("report.json")).doesNotExist();
        assertThat(Path.of("/etc/x")).doesNotExist();
    }

    private static double points(Report report, String criterion) {
        List<Double> points = report.criteria().stream()
                .filter(result -> result.criterion().id().equals(criterion))
                .map(Competencies::points)
                .toList();
        assertThat(points).hasSize(1);
        return points.getFirst();
    }
}
