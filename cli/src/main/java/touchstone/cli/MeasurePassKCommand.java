package touchstone.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import touchstone.cli.measure.CsvTable;
import touchstone.cli.measure.PassKAnalysis;

/** {@code touchstone measure passk}. */
@Command(
        name = "passk",
        description = "How often repeated attempts at a task all succeed (pass^k), or one of them (pass@k).",
        mixinStandardHelpOptions = true)
final class MeasurePassKCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(
            arity = "1..2",
            paramLabel = "FILE",
            description =
                    "CSV: one attempt in each row (task, success), or one task (task, successes, trials). Two files"
                            + " are compared.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--task", paramLabel = "COLUMN", description = "Column of the task.")
    private String task = "";

    @Option(names = "--success", paramLabel = "COLUMN", description = "Column that says whether the attempt succeeded.")
    private String success = "";

    @Option(
            names = "--k",
            paramLabel = "K",
            description = "Largest k (default: the fewest attempts at a task, at most 10).")
    private Optional<Integer> k = Optional.empty();

    @Mixin
    private MeasureOutput output = new MeasureOutput();

    MeasurePassKCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (k.isPresent() && (k.get() < 1 || k.get() > 1_000)) {
            throw new BadInputException("--k " + k.get() + " is no number of attempts; choose one from 1 to 1000.");
        }
        return output.print(
                surroundings,
                PassKAnalysis.of(files.stream().map(CsvTable::read).toList(), task, success, k.orElse(0)));
    }
}
