package touchstone.platform.insight.outcomes;

import java.util.List;
import java.util.Optional;
import touchstone.measurement.interval.Interval;

/**
 * The page of what became of those who were hired.
 *
 * @param columns of the file that is taken over
 */
public record OutcomesView(List<String> columns, List<Row> rows) {

    /** Fewer pairs than this give no figure. */
    static final int LEAST = 8;

    public OutcomesView {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * One measure of how people did.
     *
     * @param pairs people with a value whose interview ratings are known
     * @param correlation empty for fewer than {@link #LEAST} pairs, and where one side does not vary
     * @param points mean rating and value of each, for the picture
     */
    public record Row(String measure, int values, int pairs, Optional<Correlation> correlation, List<Point> points) {
        public Row {
            points = List.copyOf(points);
        }
    }

    /** Spearman's rank correlation with its 95 % interval by resampling people. */
    public record Correlation(double value, Interval interval) {}

    /** Where somebody lies in the picture: 0 to 1 from left to right, and from bottom to top. */
    public record Point(double x, double y) {}
}
