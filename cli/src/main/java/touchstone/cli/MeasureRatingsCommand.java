package touchstone.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import touchstone.cli.measure.Bounds;
import touchstone.cli.measure.Columns;
import touchstone.cli.measure.CsvTable;
import touchstone.cli.measure.RatingsAnalysis;
import touchstone.cli.measure.RatingsRequest;

/** {@code touchstone measure ratings}. */
@Command(
        name = "ratings",
        description = "Fair scores with intervals, severity and consistency of interviewers (many-facet Rasch model).",
        mixinStandardHelpOptions = true)
final class MeasureRatingsCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(
            paramLabel = "FILE",
            description =
                    "CSV with one rating in each row: candidate, interviewer, rating, and dimension or question if"
                            + " any.")
    private Path file = Path.of("");

    @Mixin
    private Columns columns = new Columns();

    @Option(
            names = "--scale",
            paramLabel = "LOW..HIGH",
            description = "Ends of the scale (default: the ratings that occur).")
    private Optional<String> scale = Optional.empty();

    @Option(names = "--bar", paramLabel = "SCORE", description = "Print how probable a fair score of at least this is.")
    private Optional<Double> bar = Optional.empty();

    @Option(
            names = "--estimator",
            paramLabel = "NAME",
            description = "map (default), jmle (as FACETS, descriptive), mmle (calibration of many candidates).")
    private String estimator = "map";

    @Option(
            names = "--group",
            paramLabel = "COLUMN",
            description = "Column of a declared group: print whether interviewers rate groups differently.")
    private Optional<String> group = Optional.empty();

    @Mixin
    private MeasureOutput output = new MeasureOutput();

    MeasureRatingsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        RatingsRequest request = new RatingsRequest(
                named(), scale.map(Bounds::parse), bar.map(OptionalDouble::of).orElseGet(OptionalDouble::empty), group);
        return output.print(surroundings, RatingsAnalysis.of(CsvTable.read(file), columns, request));
    }

    private RatingsRequest.Estimator named() {
        return switch (estimator.toLowerCase(Locale.ROOT)) {
            case "map" -> RatingsRequest.Estimator.MAP;
            case "jmle" -> RatingsRequest.Estimator.JMLE;
            case "mmle" -> RatingsRequest.Estimator.MMLE;
            default ->
                throw new BadInputException("--estimator '" + estimator + "' is none; choose map, jmle or mmle.");
        };
    }
}
