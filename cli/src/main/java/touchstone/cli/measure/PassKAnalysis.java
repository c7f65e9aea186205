package touchstone.cli.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import touchstone.chance.Chance;
import touchstone.cli.measure.Report.Grid;
import touchstone.cli.measure.Report.Section;
import touchstone.measurement.MeasurementException;
import touchstone.measurement.passk.PassRate;
import touchstone.measurement.passk.TaskTrials;
import touchstone.measurement.ranking.PairedComparison;

/** pass^k and pass@k of one or two files. */
public final class PassKAnalysis {

    private static final List<String> TASKS = List.of("task", "item", "question", "problem", "case", "id");
    private static final List<String> OUTCOMES =
            List.of("success", "passed", "pass", "outcome", "result", "reward", "correct");
    private static final Chance CHANCE = Chance.ofSeed(1).stream("measure passk");

    private PassKAnalysis() {}

    /**
     * Measures files.
     *
     * @param most largest k; 0 for the fewest trials of a task, at most 10
     */
    public static Found of(List<CsvTable> files, String taskColumn, String outcomeColumn, int most) {
        List<List<TaskTrials>> systems = files.stream()
                .map(table -> trials(table, taskColumn, outcomeColumn))
                .toList();
        int fewest = systems.stream()
                .flatMap(List::stream)
                .mapToInt(TaskTrials::trials)
                .min()
                .orElseThrow();
        int largest = most > 0 ? most : Math.min(10, fewest);
        Map<String, Object> document = new LinkedHashMap<>();
        List<Section> sections = new ArrayList<>();
        List<Object> rows = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            sections.add(section(files.get(i).file(), systems.get(i), largest, rows));
        }
        document.put("systems", rows);
        if (files.size() == 2) {
            compare(systems, largest, document, sections);
        }
        return new Found(
                document,
                new Report(
                        "Success in repeated attempts",
                        List.of(
                                "pass^k: chance that k attempts at a task all succeed, averaged over tasks; it falls"
                                        + " with k and says how reliable the system is.",
                                "pass@k: chance that at least one of k attempts succeeds; it rises with k."
                                        + " Intervals (95 %) resample tasks."),
                        sections));
    }

    private static List<TaskTrials> trials(CsvTable table, String taskColumn, String outcomeColumn) {
        int task = table.require(taskColumn, "--task", TASKS);
        Optional<Integer> successes = table.find("", "", List.of("successes"));
        Optional<Integer> trials = table.find("", "", List.of("trials", "attempts", "n"));
        Map<String, int[]> counts = new TreeMap<>();
        boolean counted = outcomeColumn.isEmpty() && successes.isPresent() && trials.isPresent();
        int outcome = counted ? 0 : table.require(outcomeColumn, "--success", OUTCOMES);
        for (CsvTable.Row row : table.rows()) {
            int[] count = counts.computeIfAbsent(row.name(task), fresh -> new int[2]);
            if (counted) {
                if (count[1] > 0) {
                    throw new MeasurementException(
                            row.place() + ": the task '" + Texts.clip(row.name(task)) + "' stands twice; keep one.");
                }
                count[0] = row.count(successes.orElseThrow());
                count[1] = row.count(trials.orElseThrow());
                if (count[1] < 1 || count[0] > count[1]) {
                    throw new MeasurementException(
                            row.place() + ": there are " + count[0] + " successes in " + count[1] + " trials.");
                }
            } else {
                count[0] += yes(row, outcome) ? 1 : 0;
                count[1]++;
            }
        }
        return counts.entrySet().stream()
                .map(entry -> new TaskTrials(entry.getKey(), entry.getValue()[0], entry.getValue()[1]))
                .toList();
    }

    /** Whether a row says yes: 1, true, yes, pass, passed, success, selected, hired. */
    static boolean yes(CsvTable.Row row, int column) {
        return switch (row.name(column).toLowerCase(Locale.ROOT)) {
            case "1", "1.0", "true", "yes", "y", "pass", "passed", "success", "selected", "hired" -> true;
            case "0", "0.0", "false", "no", "n", "fail", "failed", "failure", "rejected", "not selected" -> false;
            default ->
                throw new MeasurementException(
                        row.place() + ": '" + Texts.clip(row.name(column)) + "' is neither yes nor no; write 1 or 0.");
        };
    }

    private static Section section(String file, List<TaskTrials> tasks, int largest, List<Object> rows) {
        Grid grid = Grid.of("k", "pass^k", "interval", "pass@k", "interval");
        List<Object> rates = new ArrayList<>();
        for (int k = 1; k <= largest; k++) {
            PassRate.Rate all = rate(file, PassRate.ALL, tasks, k);
            PassRate.Rate any = rate(file, PassRate.ANY, tasks, k);
            grid.row(
                    Integer.toString(k),
                    Texts.number(all.value()),
                    Texts.interval(all.interval()),
                    Texts.number(any.value()),
                    Texts.interval(any.interval()));
            rates.add(Documents.of(
                    "k",
                    k,
                    "passAll",
                    all.value(),
                    "passAllLow",
                    all.interval().low(),
                    "passAllHigh",
                    all.interval().high(),
                    "passAny",
                    any.value(),
                    "passAnyLow",
                    any.interval().low(),
                    "passAnyHigh",
                    any.interval().high()));
        }
        rows.add(Documents.of("file", file, "tasks", tasks.size(), "rates", rates));
        int trials = tasks.stream().mapToInt(TaskTrials::trials).sum();
        String few = tasks.size() < 10 ? " With fewer than 10 tasks the intervals are too narrow." : "";
        return Section.of(
                file,
                List.of(Texts.count(tasks.size(), "task") + ", " + Texts.count(trials, "trial") + "." + few),
                grid);
    }

    private static PassRate.Rate rate(String file, PassRate kind, List<TaskTrials> tasks, int k) {
        return switch (kind.of(tasks, k, CHANCE)) {
            case PassRate.Rate rate -> rate;
            case PassRate.Undefined undefined ->
                throw new MeasurementException(file + ": " + undefined.reason() + " Choose a smaller --k.");
        };
    }

    private static void compare(
            List<List<TaskTrials>> systems, int largest, Map<String, Object> document, List<Section> sections) {
        if (!names(systems.getFirst()).equals(names(systems.getLast()))) {
            throw new MeasurementException(
                    "The two files do not hold the same tasks, so they cannot be compared task by task.");
        }
        Grid grid = Grid.of("k", "second - first", "interval", "p", "better", "worse", "equal");
        List<Object> rows = new ArrayList<>();
        for (int k = 1; k <= largest; k++) {
            PairedComparison.Difference found = PairedComparison.withDefaults()
                    .compare(
                            rate("", PassRate.ALL, systems.getFirst(), k).byTask(),
                            rate("", PassRate.ALL, systems.getLast(), k).byTask(),
                            CHANCE.key("pair", k));
            grid.row(
                    Integer.toString(k),
                    Texts.number(found.mean()),
                    Texts.interval(found.interval()),
                    Texts.probability(found.pValue()),
                    Integer.toString(found.better()),
                    Integer.toString(found.worse()),
                    Integer.toString(found.equal()));
            rows.add(Documents.of(
                    "k",
                    k,
                    "difference",
                    found.mean(),
                    "low",
                    found.interval().low(),
                    "high",
                    found.interval().high(),
                    "p",
                    found.pValue(),
                    "better",
                    found.better(),
                    "worse",
                    found.worse(),
                    "equal",
                    found.equal()));
        }
        document.put("secondMinusFirst", rows);
        sections.add(Section.of(
                "Difference in pass^k, task by task",
                List.of("p: how often chance alone gives a difference at least as large (randomisation test,"
                        + " two-sided)."),
                grid));
    }

    private static List<String> names(List<TaskTrials> tasks) {
        return tasks.stream().map(TaskTrials::task).toList();
    }
}
