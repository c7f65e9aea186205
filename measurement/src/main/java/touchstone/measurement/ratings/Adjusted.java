package touchstone.measurement.ratings;

/**
 * Measures of extreme elements, and the errors {@code 1 / sqrt(sum of variances)} of all: for an extreme one, the measure at
 * which its expected score is a little away from the extreme, everything else as it is.
 */
final class Adjusted {

    private final Problem problem;
    private final Point point;
    private final Fit.Extremes extremes;
    private final double distance;
    private final Categories categories;
    private final double[] thetaError;
    private final double[] restError;

    Adjusted(Problem problem, Point point, Fit.Extremes extremes, double distance) {
        this.problem = problem;
        this.point = point;
        this.extremes = extremes;
        this.distance = distance;
        categories = new Categories(problem.layout.steps, problem.layout.cumulative(point.rest));
        thetaError = new double[point.theta.length];
        restError = new double[point.rest.length];
    }

    void solve() {
        RatingTable table = problem.table;
        double[] restInformation = new double[point.rest.length];
        int[][] rowsOf = rowsOfExtremeElements();
        for (int n = 0; n < point.theta.length; n++) {
            double information = 0;
            for (int row = table.firstRow(n); row < table.firstRow(n + 1); row++) {
                double weight = problem.weight(row);
                if (weight > 0) {
                    categories.at(
                            point.theta[n] - problem.layout.severity(table, row, point.rest),
                            problem.layout.group(table, row));
                    information += weight * categories.variance;
                    for (int f = 0; f < problem.layout.offset.length; f++) {
                        restInformation[problem.layout.offset[f] + table.elementOf(f, row)] +=
                                weight * categories.variance;
                    }
                }
            }
            if (extremes.candidate(n)) {
                int[] rows = new int[table.firstRow(n + 1) - table.firstRow(n)];
                for (int i = 0; i < rows.length; i++) {
                    rows[i] = table.firstRow(n) + i;
                }
                information = place(rows, point.theta, n, 1);
            }
            thetaError[n] = information > 0 ? 1 / Math.sqrt(information) : 0;
        }
        for (int i = 0; i < problem.layout.thresholds; i++) {
            double information = extremes.element(i) ? place(rowsOf[i], point.rest, i, -1) : restInformation[i];
            restError[i] = information > 0 ? 1 / Math.sqrt(information) : 0;
        }
    }

    private int[][] rowsOfExtremeElements() {
        RatingTable table = problem.table;
        int[] count = new int[problem.layout.thresholds];
        int[][] result = new int[count.length][];
        for (int pass = 0; pass < 2; pass++) {
            java.util.Arrays.fill(count, 0);
            for (int row = 0; row < table.size(); row++) {
                for (int f = 0; f < problem.layout.offset.length; f++) {
                    int i = problem.layout.offset[f] + table.elementOf(f, row);
                    if (extremes.element(i)) {
                        if (pass == 1) {
                            result[i][count[i]] = row;
                        }
                        count[i]++;
                    }
                }
            }
            for (int i = 0; pass == 0 && i < count.length; i++) {
                result[i] = new int[count[i]];
            }
        }
        return result;
    }

    /** Newton, kept in a bracket, on the expected score; gives the information at the end. */
    private double place(int[] rows, double[] values, int at, int sign) {
        double score = 0;
        double most = 0;
        for (int row : rows) {
            score += problem.table.weight(row) * problem.table.step(row);
            most += problem.table.weight(row) * problem.layout.steps;
        }
        double aim = score <= most / 2 ? Math.min(distance, most / 2) : Math.max(most - distance, most / 2);
        double low = -60;
        double high = 60;
        values[at] = 0;
        for (int i = 0; i < 200; i++) {
            double[] found = score(rows);
            if (sign * (found[0] - aim) > 0) {
                high = values[at];
            } else {
                low = values[at];
            }
            double next = values[at] + sign * (aim - found[0]) / found[1];
            next = next > low && next < high ? next : (low + high) / 2;
            double step = Math.abs(next - values[at]);
            values[at] = next;
            if (step < 1e-12) {
                break;
            }
        }
        return score(rows)[1];
    }

    /** Expected score and information of those rows. */
    private double[] score(int[] rows) {
        double[] sum = new double[2];
        for (int row : rows) {
            categories.at(
                    point.theta[problem.table.candidateOf(row)]
                            - problem.layout.severity(problem.table, row, point.rest),
                    problem.layout.group(problem.table, row));
            sum[0] += problem.table.weight(row) * categories.expected;
            sum[1] += problem.table.weight(row) * categories.variance;
        }
        return sum;
    }

    Point errors() {
        return new Point(thetaError, restError);
    }
}
