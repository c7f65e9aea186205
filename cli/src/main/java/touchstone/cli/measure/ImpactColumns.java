package touchstone.cli.measure;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options that say which columns hold groups and outcomes. */
public final class ImpactColumns {

    @Option(names = "--group", paramLabel = "COLUMN", description = "Column of the group.")
    private String group = "";

    @Option(
            names = "--selected",
            paramLabel = "COLUMN",
            description = "Column that says who was selected, or how many of a group.")
    private String selected = "";

    @Option(
            names = "--total",
            paramLabel = "COLUMN",
            description = "Column of the size of each group, where a row is a group.")
    private String total = "";

    @Option(names = "--score", paramLabel = "COLUMN", description = "Column of a score instead of a selection.")
    private String score = "";

    @Option(
            names = "--sex",
            paramLabel = "COLUMN",
            description = "Column of the sex, for the tables of NYC Local Law 144.")
    private String sex = "";

    @Option(
            names = "--ethnicity",
            paramLabel = "COLUMN",
            description = "Column of race or ethnicity, for the tables of NYC Local Law 144.")
    private String ethnicity = "";

    @Option(names = "--stage", paramLabel = "COLUMN", description = "Column of the stage; each is measured by itself.")
    private String stage = "";

    Optional<Integer> group(CsvTable table) {
        return table.find(group, "--group", List.of("group", "category"));
    }

    Optional<Integer> selected(CsvTable table) {
        return table.find(
                selected, "--selected", List.of("selected", "hired", "passed", "outcome", "advanced", "offer"));
    }

    Optional<Integer> total(CsvTable table) {
        return table.find(total, "--total", List.of("total", "applicants", "candidates", "n", "count"));
    }

    Optional<Integer> score(CsvTable table) {
        return table.find(score, "--score", List.of("score"));
    }

    Optional<Integer> sex(CsvTable table) {
        return table.find(sex, "--sex", List.of("sex", "gender"));
    }

    Optional<Integer> ethnicity(CsvTable table) {
        return table.find(ethnicity, "--ethnicity", List.of("ethnicity", "race", "race/ethnicity", "race_ethnicity"));
    }

    Optional<Integer> stage(CsvTable table) {
        return table.find(stage, "--stage", List.of("stage"));
    }
}
