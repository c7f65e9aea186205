package touchstone.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import touchstone.cli.measure.Columns;
import touchstone.cli.measure.CsvTable;
import touchstone.cli.measure.ReliabilityAnalysis;

/** {@code touchstone measure reliability}. */
@Command(
        name = "reliability",
        description = "Where the variance of ratings lies, and how many interviewers a wanted reliability takes.",
        mixinStandardHelpOptions = true)
final class MeasureReliabilityCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(
            paramLabel = "FILE",
            description =
                    "CSV with one rating in each row: candidate, interviewer, rating, and dimension or question if"
                            + " any.")
    private Path file = Path.of("");

    @Mixin
    private Columns columns = new Columns();

    @Option(names = "--reliability", paramLabel = "R", description = "Wanted reliability (default: 0.8).")
    private double reliability = 0.8;

    @Option(
            names = "--random-dimensions",
            description = "Take dimensions as a sample of many; otherwise just these count.")
    private boolean randomDimensions;

    @Mixin
    private MeasureOutput output = new MeasureOutput();

    MeasureReliabilityCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        var wanted = new ReliabilityAnalysis.Wanted(reliability, randomDimensions);
        return output.print(surroundings, ReliabilityAnalysis.of(CsvTable.read(file), columns, wanted));
    }
}
