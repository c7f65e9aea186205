package touchstone.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import touchstone.cli.measure.AgreementAnalysis;
import touchstone.cli.measure.Bounds;
import touchstone.cli.measure.Columns;
import touchstone.cli.measure.CsvTable;

/** {@code touchstone measure agreement}. */
@Command(
        name = "agreement",
        description = "How far raters agree: alpha, kappas, AC1 and AC2, intraclass correlations, Kendall's W.",
        mixinStandardHelpOptions = true)
final class MeasureAgreementCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(
            paramLabel = "FILE",
            description = "CSV: one rating in each row (candidate, interviewer, rating), or one column for each rater.")
    private Path file = Path.of("");

    @Mixin
    private Columns columns = new Columns();

    @Option(
            names = "--scale",
            paramLabel = "LOW..HIGH",
            description = "Ends of the scale (default: the ratings that occur).")
    private Optional<String> scale = Optional.empty();

    @Mixin
    private MeasureOutput output = new MeasureOutput();

    MeasureAgreementCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Optional<Bounds> bounds = scale.map(Bounds::parse);
        return output.print(surroundings, AgreementAnalysis.of(CsvTable.read(file), columns, bounds));
    }
}
