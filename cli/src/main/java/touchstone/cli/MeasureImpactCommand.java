package touchstone.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import touchstone.cli.measure.CsvTable;
import touchstone.cli.measure.ImpactAnalysis;
import touchstone.cli.measure.ImpactColumns;

/** {@code touchstone measure impact}. */
@Command(
        name = "impact",
        description =
                "Selection rates of groups, impact ratios with intervals and exact tests, tables of NYC Local Law 144.",
        mixinStandardHelpOptions = true)
final class MeasureImpactCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(
            paramLabel = "FILE",
            description =
                    "CSV: a group in each row (group, total, selected), or a person in each row (group, selected).")
    private Path file = Path.of("");

    @Mixin
    private ImpactColumns columns = new ImpactColumns();

    @Option(
            names = "--smallest-group",
            paramLabel = "N",
            description = "Groups of fewer people are not compared and not printed (default: 5).")
    private int smallest = 5;

    @Mixin
    private MeasureOutput output = new MeasureOutput();

    MeasureImpactCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        return output.print(surroundings, ImpactAnalysis.of(CsvTable.read(file), columns, smallest));
    }
}
