package touchstone.cli.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import touchstone.cli.measure.Report.Grid;
import touchstone.cli.measure.Report.Section;
import touchstone.measurement.MeasurementException;
import touchstone.measurement.fairness.AdverseImpact;
import touchstone.measurement.fairness.Comparison;
import touchstone.measurement.fairness.Comparison.Verdict;
import touchstone.measurement.fairness.GroupCount;

/** Selection rates by group, and what the numbers allow to say about their difference. */
public final class ImpactAnalysis {

    private final CsvTable table;
    private final ImpactColumns columns;
    private final AdverseImpact impact;
    private final List<String> lead = new ArrayList<>();
    private final List<Section> sections = new ArrayList<>();
    private final List<Object> documents = new ArrayList<>();

    private ImpactAnalysis(CsvTable table, ImpactColumns columns, AdverseImpact impact) {
        this.table = table;
        this.columns = columns;
        this.impact = impact;
    }

    /** Measures a file: a group in each row with its counts, or a person in each row. */
    public static Found of(CsvTable table, ImpactColumns columns, int smallestCell) {
        if (smallestCell < 1) {
            throw new MeasurementException(
                    "--smallest-group " + smallestCell + " is no number of people; choose at least 1.");
        }
        return new ImpactAnalysis(table, columns, AdverseImpact.withDefaults().withSmallestCell(smallestCell)).found();
    }

    private Found found() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("file", table.file());
        Optional<Integer> group = columns.group(table);
        lead.add("A difference is a reason to look, not a verdict, and no difference in few people is no proof of"
                + " fairness. These numbers are no legal advice and no independent audit.");
        if (group.isPresent()) {
            byStage(group.get());
            lead.add("Ratio: rate over the highest rate, with Katz' interval; below .8 is the four-fifths rule of"
                    + " thumb. Chance: Fisher's exact test, two-sided, with mid-p, and Holm's correction for the"
                    + " number of groups. One moved: the ratio if one selection had gone to the group.");
            document.put("stages", documents);
        }
        if (columns.sex(table).isPresent() || columns.ethnicity(table).isPresent()) {
            LocalLawTables tables = LocalLawTables.of(table, columns);
            sections.addAll(tables.sections());
            document.put("localLaw144", tables.document());
        }
        if (sections.isEmpty()) {
            throw new MeasurementException("There is no column of groups in " + table.file() + ", only: "
                    + String.join(", ", table.header()) + "; name it with --group, or --sex and --ethnicity.");
        }
        return new Found(document, new Report("Adverse impact", lead, sections));
    }

    private void byStage(int group) {
        Map<String, List<CsvTable.Row>> stages = new LinkedHashMap<>();
        Optional<Integer> stage = columns.stage(table);
        for (CsvTable.Row row : table.rows()) {
            stages.computeIfAbsent(stage.map(row::name).orElse(""), fresh -> new ArrayList<>())
                    .add(row);
        }
        stages.forEach((name, rows) -> {
            List<AdverseImpact.Row> found = impact.of(counts(rows, group));
            sections.add(
                    Section.of(name.isEmpty() ? "Selection by group" : "Stage " + name, words(found), grid(found)));
            documents.add(Documents.of(
                    "stage",
                    name,
                    "groups",
                    found.stream().map(ImpactAnalysis::document).toList()));
        });
    }

    private List<GroupCount> counts(List<CsvTable.Row> rows, int group) {
        Optional<Integer> total = columns.total(table);
        int selected = columns.selected(table)
                .orElseThrow(() ->
                        new MeasurementException("There is no column that says who was selected in " + table.file()
                                + ", only: " + String.join(", ", table.header()) + "; name it with --selected."));
        Map<String, GroupCount> counts = new LinkedHashMap<>();
        for (CsvTable.Row row : rows) {
            String name = row.name(group);
            if (total.isPresent()) {
                if (row.count(selected) > row.count(total.get())) {
                    throw new MeasurementException(row.place() + ": more were selected (" + row.count(selected)
                            + ") than there are (" + row.count(total.get()) + ").");
                }
                if (counts.put(name, new GroupCount(name, row.count(selected), row.count(total.get()))) != null) {
                    throw new MeasurementException(row.place() + ": the group '" + Texts.clip(name)
                            + "' stands twice; part stages or jobs with --stage.");
                }
            } else {
                int one = PassKAnalysis.yes(row, selected) ? 1 : 0;
                counts.merge(
                        name,
                        new GroupCount(name, one, 1),
                        (a, b) -> new GroupCount(name, a.selected() + b.selected(), a.total() + b.total()));
            }
        }
        return List.copyOf(counts.values());
    }

    private static List<String> words(List<AdverseImpact.Row> rows) {
        List<String> words = new ArrayList<>();
        for (AdverseImpact.Row row : rows) {
            switch (row.comparison()) {
                case Comparison.Compared compared ->
                    words.add(row.counts().group() + ": " + sentence(compared.verdict()) + shortfall(compared));
                case Comparison.Insufficient insufficient ->
                    words.add(row.counts().group() + ": insufficient data. " + insufficient.reason());
                case Comparison.Reference() -> {
                    // the table says so
                }
            }
        }
        return words;
    }

    private static String sentence(Verdict verdict) {
        return switch (verdict) {
            case LOOK_INTO_IT -> "below four fifths, and more than chance would give. Look into it.";
            case BELOW_BUT_UNCERTAIN -> "below four fifths, but chance could give as much. More data needed.";
            case TOO_FEW_TO_TELL ->
                "one person's outcome decides on which side of four fifths it lies. Too few to tell.";
            case SMALL_BUT_CERTAIN ->
                "at least four fifths, yet more than chance would give: a small difference among many people.";
            case NOTHING_SEEN -> "at least four fifths, and within what chance would give.";
        };
    }

    private static String shortfall(Comparison.Compared compared) {
        double people = compared.table().shortfall();
        return people <= 0
                ? ""
                : " At equal rates " + Texts.number(people, 1) + " more of them would be among the selected.";
    }

    private static Grid grid(List<AdverseImpact.Row> rows) {
        Grid grid = Grid.of(
                "group",
                "selected",
                "of",
                "rate",
                "ratio",
                "95 % interval",
                "difference",
                "95 % interval",
                "Fisher p",
                "mid-p",
                "Holm p",
                "z",
                "one moved");
        for (AdverseImpact.Row row : rows) {
            GroupCount counts = row.counts();
            String selected = row.shown() ? Integer.toString(counts.selected()) : "few";
            String total = row.shown() ? Integer.toString(counts.total()) : "few";
            String rate = row.shown() ? Texts.percent(counts.rate()) : "";
            switch (row.comparison()) {
                case Comparison.Reference() ->
                    grid.row(counts.group(), selected, total, rate, "reference", "", "", "", "", "", "", "", "");
                case Comparison.Insufficient _ ->
                    grid.row(counts.group(), selected, total, rate, "insufficient", "", "", "", "", "", "", "", "");
                case Comparison.Compared found ->
                    grid.row(
                            counts.group(),
                            selected,
                            total,
                            rate,
                            Texts.number(found.ratio()),
                            found.ratioInterval().map(Texts::interval).orElse(""),
                            Texts.number(found.table().difference()),
                            Texts.interval(found.differenceInterval()),
                            Texts.probability(found.tests().fisher().twoSided()),
                            Texts.probability(found.tests().fisher().midTwoSided()),
                            Texts.probability(found.tests().holm()),
                            Texts.number(found.table().pooledZ(), 2),
                            found.table()
                                    .oneToFocal()
                                    .flatMap(moved -> moved.impactRatio())
                                    .map(Texts::number)
                                    .orElse(""));
            }
        }
        return grid;
    }

    private static Map<String, Object> document(AdverseImpact.Row row) {
        Map<String, Object> document = Documents.of("group", row.counts().group());
        if (row.shown()) {
            document.put("selected", row.counts().selected());
            document.put("total", row.counts().total());
            document.put("rate", row.counts().rate());
        }
        switch (row.comparison()) {
            case Comparison.Reference() -> document.put("state", "reference");
            case Comparison.Insufficient insufficient -> {
                document.put("state", "insufficient");
                document.put("reason", insufficient.reason());
            }
            case Comparison.Compared found -> {
                document.put("state", found.verdict().name());
                document.put("impactRatio", found.ratio());
                found.ratioInterval()
                        .ifPresent(interval -> document.put("ratioInterval", List.of(interval.low(), interval.high())));
                document.put("difference", found.table().difference());
                document.put(
                        "differenceInterval",
                        List.of(
                                found.differenceInterval().low(),
                                found.differenceInterval().high()));
                document.put("fisher", found.tests().fisher().twoSided());
                document.put("midP", found.tests().fisher().midTwoSided());
                document.put("holm", found.tests().holm());
                document.put("z", found.table().pooledZ());
                document.put("shortfall", found.table().shortfall());
                document.put("belowFourFifths", found.table().belowFourFifths());
                document.put("onePersonDecides", found.table().onePersonDecides());
            }
        }
        return document;
    }
}
