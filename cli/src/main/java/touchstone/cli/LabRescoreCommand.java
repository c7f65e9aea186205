package touchstone.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import touchstone.runner.RunnerException;
import touchstone.runner.lab.LabFolder;
import touchstone.runner.report.Report;
import touchstone.runner.report.ReportJson;
import touchstone.runner.report.ReportText;
import touchstone.runner.report.RunFolder;
import touchstone.runner.run.RunFiles;

/** {@code touchstone lab rescore}. */
@Command(
        name = "rescore",
        description = "Scores a stored run again, from its ledger and run log, and writes its report anew.",
        mixinStandardHelpOptions = true)
final class LabRescoreCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "RUN_DIR", description = "Folder that 'lab run' wrote.")
    private Path run = Path.of("");

    @Option(names = "--json", description = "Print report.json instead of a summary.")
    private boolean json;

    LabRescoreCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (!java.nio.file.Files.isRegularFile(run.resolve("run.ndjson"))) {
            throw new BadInputException("There is no stored run in " + run + "; name a folder that 'lab run' wrote.");
        }
        String lab = lab();
        LabFolder folder = LabArguments.lab(surroundings, lab);
        Report report = RunFolder.rescore(run, folder, LabArguments.lock(folder).calibration());
        surroundings.out().print(json ? ReportJson.write(report) : ReportText.of(report));
        return report.outcome().exitStatus();
    }

    private String lab() {
        try {
            return RunFiles.read(run).log().header().lab();
        } catch (RunnerException damaged) {
            throw new BadInputException(String.valueOf(damaged.getMessage()));
        }
    }
}
