package touchstone.cli.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import touchstone.cli.measure.Report.Grid;
import touchstone.cli.measure.Report.Section;
import touchstone.measurement.MeasurementException;
import touchstone.measurement.fairness.LocalLaw144;

/**
 * The tables of New York City's Local Law 144 for a file with a person in each row.
 *
 * @param sections for people
 * @param document for the JSON document
 */
record LocalLawTables(List<Section> sections, Map<String, Object> document) {

    static LocalLawTables of(CsvTable table, ImpactColumns columns) {
        Optional<Integer> score = columns.score(table);
        Optional<Integer> selected = columns.selected(table);
        if (score.isEmpty() && selected.isEmpty()) {
            throw new MeasurementException("There is no column of a selection or a score in " + table.file()
                    + ", only: " + String.join(", ", table.header()) + "; name it with --selected or --score.");
        }
        boolean scored = selected.isEmpty();
        Optional<Integer> sex = columns.sex(table);
        Optional<Integer> ethnicity = columns.ethnicity(table);
        List<LocalLaw144.Person> people = new ArrayList<>();
        for (CsvTable.Row row : table.rows()) {
            double outcome = scored
                    ? row.number(score.orElseThrow())
                            .orElseThrow(() -> new MeasurementException(row.place() + ": the score is empty."))
                    : PassKAnalysis.yes(row, selected.orElseThrow()) ? 1 : 0;
            people.add(new LocalLaw144.Person(
                    sex.map(row::text).orElse(""), ethnicity.map(row::text).orElse(""), outcome));
        }
        LocalLaw144.Audit audit = scored ? LocalLaw144.scores(people) : LocalLaw144.selection(people);
        List<Section> sections = new ArrayList<>();
        add(sections, "By sex", audit.sex(), scored);
        add(sections, "By race or ethnicity", audit.ethnicity(), scored);
        add(sections, "By both", audit.both(), scored);
        sections.add(Section.of(
                "About these tables",
                "People without a known sex: " + audit.unknownSex() + "; without a known race or ethnicity: "
                        + audit.unknownEthnicity() + ".",
                scored
                        ? "Rate: share of the category above the median of all, " + Texts.number(audit.median(), 2)
                                + ". Where many scores equal the median the rate is unsteady; the share at the median"
                                + " shows it."
                        : "Rate: share of the category that was selected.",
                "A category below 2 % of all has no ratio. Categories of few people are listed here in full: take care"
                        + " whom you show them to."));
        Map<String, Object> document = Documents.of(
                "kind",
                scored ? "scores" : "selection",
                "median",
                audit.median(),
                "unknownSex",
                audit.unknownSex(),
                "unknownEthnicity",
                audit.unknownEthnicity(),
                "sex",
                documents(audit.sex()),
                "ethnicity",
                documents(audit.ethnicity()),
                "both",
                documents(audit.both()));
        return new LocalLawTables(sections, document);
    }

    private static void add(List<Section> sections, String heading, List<LocalLaw144.Category> rows, boolean scored) {
        if (rows.isEmpty()) {
            return;
        }
        Grid grid = Grid.of(
                "category", "people", scored ? "scoring rate" : "selection rate", "at the median", "impact ratio");
        for (LocalLaw144.Category row : rows) {
            grid.row(
                    row.name(),
                    Integer.toString(row.count()),
                    Texts.percent(row.rate()),
                    scored ? Texts.percent(row.atMedian()) : "",
                    row.ratio().map(Texts::number).orElse(""));
        }
        sections.add(Section.of("Local Law 144: " + heading.toLowerCase(java.util.Locale.ROOT), List.of(), grid));
    }

    private static List<Object> documents(List<LocalLaw144.Category> rows) {
        List<Object> documents = new ArrayList<>();
        for (LocalLaw144.Category row : rows) {
            Map<String, Object> document = Documents.of(
                    "category", row.name(), "people", row.count(), "rate", row.rate(), "atMedian", row.atMedian());
            row.ratio().ifPresent(ratio -> document.put("impactRatio", ratio));
            documents.add(document);
        }
        return documents;
    }
}
