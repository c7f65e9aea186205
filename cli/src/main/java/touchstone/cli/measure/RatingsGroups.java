package touchstone.cli.measure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import touchstone.cli.measure.Report.Grid;
import touchstone.cli.measure.Report.Section;
import touchstone.measurement.MeasurementException;
import touchstone.measurement.interval.Interval;
import touchstone.measurement.ratings.RatingTable;
import touchstone.measurement.ratings.bias.BiasTerm;
import touchstone.measurement.ratings.bias.InterviewerBias;
import touchstone.measurement.ratings.bias.InterviewerComparison;

/** Whether interviewers rate declared groups differently: the column of labels, read and compared. */
final class RatingsGroups {

    private static final double NORMAL_95 = 1.959964;
    private static final double PRIOR = 0.3;
    private static final String INSUFFICIENT = "insufficient data";

    private final String column;
    private final Map<String, String> groupOf = new HashMap<>();

    private RatingsGroups(String column) {
        this.column = column;
    }

    /**
     * Reads the labels; an empty one is none.
     *
     * @throws MeasurementException when there is no such column, or a candidate has two labels
     */
    static RatingsGroups read(CsvTable table, int candidate, String column) {
        RatingsGroups groups = new RatingsGroups(column);
        int place = table.require(column, "--group", List.of());
        for (CsvTable.Row row : table.rows()) {
            String label = row.text(place);
            String name = row.name(candidate);
            String before = label.isEmpty() ? null : groups.groupOf.putIfAbsent(name, label);
            if (before != null && !before.equals(label)) {
                throw new MeasurementException(row.place() + ": '" + Texts.clip(name) + "' is in the group '"
                        + Texts.clip(label) + "' here and in '" + Texts.clip(before)
                        + "' before; every candidate has one.");
            }
        }
        return groups;
    }

    /** Adds the comparison to the sections and the document. */
    void add(RatingTable ratings, List<Section> sections, Map<String, Object> document) {
        List<InterviewerComparison> comparisons = InterviewerBias.of(ratings, groupOf, Function.identity());
        List<Object> rows = new ArrayList<>();
        Grid grid = Grid.of(
                "interviewer",
                "group",
                "against",
                "difference",
                "95 % interval",
                "drawn to 0",
                "p, adjusted",
                "reading");
        List<String> words = new ArrayList<>();
        for (InterviewerComparison comparison : comparisons) {
            switch (comparison) {
                case InterviewerComparison.Insufficient few -> {
                    rows.add(Documents.of("group", few.group(), "state", INSUFFICIENT));
                    words.add("Group '" + Texts.clip(few.group()) + "': " + INSUFFICIENT + " (fewer than "
                            + InterviewerBias.FEWEST_PEOPLE + " rated candidates).");
                }
                case InterviewerComparison.Compared compared -> {
                    rows.add(document(compared));
                    compared.shown().forEach(term -> grid.row(cells(compared, term)));
                    words.add("Group '" + Texts.clip(compared.group()) + "' (" + compared.people() + " candidates)"
                            + " against '" + Texts.clip(compared.reference()) + "' (" + compared.referencePeople()
                            + "); " + compared.untold() + " interviewers: " + INSUFFICIENT + ".");
                }
            }
        }
        document.put(
                "interviewerBias",
                Documents.of(
                        "column",
                        column,
                        "state",
                        grid.rows().isEmpty() ? INSUFFICIENT : "compared",
                        "comparisons",
                        rows));
        if (comparisons.isEmpty()) {
            words.add(capital(INSUFFICIENT) + ": fewer than two groups have " + InterviewerBias.FEWEST_PEOPLE
                    + " rated candidates.");
        }
        words.add("Difference: logits by which the interviewer rates the group lower than the other, beyond what"
                + " everybody's ratings say; it comes out too small where few others rated the same people. Shown with"
                + " 5 candidates and 10 ratings in both groups, tested with 30 ratings, adjusted for all tests (Holm);"
                + " a lead to look into, no finding about a person.");
        sections.add(
                grid.rows().isEmpty()
                        ? Section.of("Interviewers and groups", words.toArray(String[]::new))
                        : Section.of("Interviewers and groups", words, grid));
    }

    private static Map<String, Object> document(InterviewerComparison.Compared compared) {
        return Documents.of(
                "group",
                compared.group(),
                "state",
                compared.shown().isEmpty() ? INSUFFICIENT : "compared",
                "reference",
                compared.reference(),
                "candidates",
                compared.people(),
                "referenceCandidates",
                compared.referencePeople(),
                "interviewers",
                compared.shown().stream().map(RatingsGroups::document).toList(),
                "interviewersWithInsufficientData",
                compared.untold(),
                "settings",
                compared.provenance().settings());
    }

    private static Map<String, Object> document(BiasTerm term) {
        Interval interval = interval(term);
        return Documents.of(
                "interviewer",
                term.element(),
                "ratings",
                term.focal().ratings(),
                "referenceRatings",
                term.reference().ratings(),
                "difference",
                term.contrast(),
                "error",
                term.error(),
                "low",
                interval.low(),
                "high",
                interval.high(),
                "shrunken",
                term.shrunken(PRIOR),
                "pValue",
                term.pValue(),
                "adjusted",
                term.adjusted(),
                "flagged",
                term.flagged());
    }

    private static String[] cells(InterviewerComparison.Compared compared, BiasTerm term) {
        return new String[] {
            Texts.clip(term.element()),
            Texts.clip(compared.group()),
            Texts.clip(compared.reference()),
            Texts.number(term.contrast(), 2),
            Texts.interval(interval(term), 2),
            Texts.number(term.shrunken(PRIOR), 2),
            Texts.probability(term.adjusted()),
            term.flagged() ? "look into it" : term.tested() ? "nothing seen" : "too few ratings to test"
        };
    }

    private static Interval interval(BiasTerm term) {
        double half = NORMAL_95 * term.error();
        return new Interval(term.contrast() - half, term.contrast() + half);
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
