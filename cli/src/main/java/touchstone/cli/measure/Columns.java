package touchstone.cli.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import touchstone.measurement.MeasurementException;

/** Options that say which column holds what; a column that is not named is looked for by its usual names. */
public final class Columns {

    private static final List<String> CANDIDATES =
            List.of("candidate", "applicant", "person", "examinee", "ratee", "subject", "student");
    private static final List<String> INTERVIEWERS =
            List.of("interviewer", "rater", "judge", "assessor", "reviewer", "observer", "coder");
    private static final List<String> DIMENSIONS =
            List.of("dimension", "competency", "criterion", "trait", "attribute", "item");
    private static final List<String> QUESTIONS = List.of("question", "task", "station", "exercise", "stage");
    private static final List<String> RATINGS = List.of("rating", "score", "value", "grade", "mark", "points");

    @Option(names = "--candidate", paramLabel = "COLUMN", description = "Column of the candidate.")
    private String candidate = "";

    @Option(names = "--interviewer", paramLabel = "COLUMN", description = "Column of the interviewer.")
    private String interviewer = "";

    @Option(names = "--dimension", paramLabel = "COLUMN", description = "Column of the rated dimension, if any.")
    private String dimension = "";

    @Option(names = "--question", paramLabel = "COLUMN", description = "Column of the question, if any.")
    private String question = "";

    @Option(names = "--rating", paramLabel = "COLUMN", description = "Column of the rating.")
    private String rating = "";

    /**
     * Where a table of ratings, one in each row, holds what.
     *
     * @param names of the facets other than the candidate, in the order of {@code facets}
     * @param facets their columns
     */
    public record Places(int candidate, int rating, List<String> names, List<Integer> facets) {

        /** The columns, in words. */
        public String words(CsvTable table) {
            StringBuilder words =
                    new StringBuilder("Columns: candidate = '" + table.header().get(candidate) + "'");
            for (int i = 0; i < names.size(); i++) {
                words.append(", " + names.get(i) + " = '" + table.header().get(facets.get(i)) + "'");
            }
            return words + ", rating = '" + table.header().get(rating) + "'.";
        }
    }

    /** Whether there is a column of interviewers, so that each row is one rating. */
    public boolean inRows(CsvTable table) {
        Optional<Integer> raters = table.find(interviewer, "--interviewer", INTERVIEWERS);
        if (raters.isPresent() && table.find(rating, "--rating", RATINGS).isEmpty()) {
            throw new MeasurementException("There is a column of interviewers ('"
                    + table.header().get(raters.get()) + "') and none of ratings in " + table.file() + ", only: "
                    + String.join(", ", table.header())
                    + "; name it with --rating, or write one column for each interviewer.");
        }
        return raters.isPresent();
    }

    /** The columns of a table with one rating in each row. */
    public Places in(CsvTable table) {
        List<String> names = new ArrayList<>(List.of("interviewer"));
        List<Integer> facets = new ArrayList<>(List.of(table.require(interviewer, "--interviewer", INTERVIEWERS)));
        add(table.find(dimension, "--dimension", DIMENSIONS), "dimension", names, facets);
        add(table.find(question, "--question", QUESTIONS), "question", names, facets);
        return new Places(
                table.require(candidate, "--candidate", CANDIDATES),
                table.require(rating, "--rating", RATINGS),
                List.copyOf(names),
                List.copyOf(facets));
    }

    private static void add(Optional<Integer> column, String name, List<String> names, List<Integer> facets) {
        column.ifPresent(found -> {
            names.add(name);
            facets.add(found);
        });
    }

    /** Columns of a table with one column for each rater: all but those that name what is rated. */
    public static List<Integer> raters(CsvTable table) {
        List<String> names = List.of("", "id", "unit", "units", "group", "name");
        List<Integer> columns = new ArrayList<>();
        for (int column = 0; column < table.header().size(); column++) {
            String name = table.header().get(column).toLowerCase(java.util.Locale.ROOT);
            if (!names.contains(name)
                    && !CANDIDATES.contains(name)
                    && !DIMENSIONS.contains(name)
                    && !QUESTIONS.contains(name)) {
                columns.add(column);
            }
        }
        return columns;
    }
}
