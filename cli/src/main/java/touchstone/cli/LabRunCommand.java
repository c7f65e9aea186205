package touchstone.cli;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import touchstone.runner.lab.LabFolder;
import touchstone.runner.report.Report;
import touchstone.runner.report.ReportJson;
import touchstone.runner.report.ReportText;
import touchstone.runner.report.RunFolder;
import touchstone.runner.run.RunRequest;
import touchstone.runner.sandbox.Sandbox;
import touchstone.runner.score.SeedsLock;

/** {@code touchstone lab run}. */
@Command(
        name = "run",
        description = {
            "Runs one solution of a lab and reports how well it was engineered.",
            "Exit status: 0 scored, 1 the solution failed, 2 bad input or no sandbox, 3 our own fault (run it again), 130 "
                    + "interrupted."
        },
        mixinStandardHelpOptions = true)
final class LabRunCommand implements Callable<Integer> {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final Surroundings surroundings;

    @Parameters(paramLabel = "LAB", description = "Name of the lab, as 'lab list' shows it.")
    private String lab = "";

    @Option(names = "--solution", required = true, paramLabel = "DIR", description = "Folder that holds solution.yaml.")
    private Path solution = Path.of("");

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Seed of the day (default: 1).")
    private long seed;

    @Option(names = "--quick", description = "The short form of the day: fewer requests, wider intervals.")
    private boolean quick;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder to write; it must not exist (default: a new one in ./runs).")
    private @Nullable Path out;

    @Option(names = "--trust", description = "Run without a sandbox. For your own code only.")
    private boolean trust;

    @Option(names = "--json", description = "Print report.json instead of a summary.")
    private boolean json;

    LabRunCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        LabFolder folder = LabArguments.lab(surroundings, lab);
        SeedsLock lock = LabArguments.lock(folder);
        Sandbox sandbox = LabArguments.sandbox(trust);
        Path target = LabArguments.absent(out == null ? newFolder() : out);
        TerminalProgress progress = new TerminalProgress(surroundings);
        RunRequest request =
                new RunRequest(folder, solution, seed, quick, sandbox, progress, surroundings.clock());
        Report report;
        try (Interrupts _ = new Interrupts()) {
            report = RunFolder.make(request, lock.calibration(), target);
        } finally {
            progress.closeLine();
        }
        surroundings.out().print(json ? ReportJson.write(report) : ReportText.of(report));
        surroundings.err().println("Report: " + target.resolve("report.html"));
        return report.outcome().exitStatus();
    }

    private Path newFolder() {
        String name = lab + "-" + STAMP.format(surroundings.clock().instant()) + "-seed" + seed + (quick ? "-quick" : "");
        return Path.of("runs").resolve(name);
    }
}
