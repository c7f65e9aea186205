package touchstone.measurement.agreement;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** Tables of the tests. */
final class Tables {

    private Tables() {}

    /** Rows are units, fields raters; an empty field or NA is no rating; letters are their place in the alphabet. */
    static RaterTable ofRows(List<String[]> rows) {
        RaterTableBuilder builder = RaterTable.builder();
        for (int unit = 0; unit < rows.size(); unit++) {
            for (int rater = 0; rater < rows.get(unit).length; rater++) {
                String field = rows.get(unit)[rater];
                if (!field.isEmpty() && !field.equals("NA")) {
                    builder.add(unit, rater, Character.isLetter(field.charAt(0)) ? field.charAt(0) : value(field));
                }
            }
        }
        return builder.build();
    }

    private static double value(String field) {
        return Double.parseDouble(field);
    }

    /** Rows are raters, null is no rating. */
    static RaterTable ofRaters(JsonNode matrix) {
        RaterTableBuilder builder = RaterTable.builder();
        for (int rater = 0; rater < matrix.size(); rater++) {
            for (int unit = 0; unit < matrix.path(rater).size(); unit++) {
                JsonNode cell = matrix.path(rater).path(unit);
                if (!cell.isNull()) {
                    builder.add(unit, rater, cell.asDouble());
                }
            }
        }
        return builder.build();
    }

    static int[][] whole(JsonNode matrix) {
        int[][] rows = new int[matrix.size()][];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = new int[matrix.path(row).size()];
            for (int column = 0; column < rows[row].length; column++) {
                rows[row][column] = matrix.path(row).path(column).asInt();
            }
        }
        return rows;
    }

    static Agreement.Estimate found(Agreement agreement) {
        return switch (agreement) {
            case Agreement.Estimate estimate -> estimate;
            case Agreement.Undefined undefined -> throw new AssertionError(undefined.reason());
        };
    }
}
