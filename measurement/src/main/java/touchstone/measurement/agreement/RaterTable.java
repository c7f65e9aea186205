package touchstone.measurement.agreement;

import java.util.Arrays;

/**
 * Ratings by unit (what is judged) and rater. Not every rater need have judged every unit.
 *
 * <p>Immutable; kept by unit, so that a table of few ratings among many raters stays small. Ratings are finite numbers; for
 * nominal categories they are mere codes.
 */
public final class RaterTable {

    private final int raters;
    private final int[] starts;
    private final int[] raterOf;
    private final double[] values;
    private final double[] categories;

    RaterTable(int raters, int[] starts, int[] raterOf, double[] values, double[] categories) {
        this.raters = raters;
        this.starts = starts;
        this.raterOf = raterOf;
        this.values = values;
        this.categories = categories;
    }

    /** A builder for any ratings. */
    public static RaterTableBuilder builder() {
        return new RaterTableBuilder();
    }

    /**
     * A table in which every rater judged every unit.
     *
     * @param rows one row for each unit, one column for each rater
     */
    public static RaterTable complete(double[][] rows) {
        RaterTableBuilder builder = builder();
        for (int unit = 0; unit < rows.length; unit++) {
            for (int rater = 0; rater < rows[unit].length; rater++) {
                builder.add(unit, rater, rows[unit][rater]);
            }
        }
        return builder.build();
    }

    /**
     * A table from how many raters put each unit into each category; who they were is lost, so that coefficients which need
     * to know it have no meaning.
     *
     * @param counts one row for each unit, one column for each category; categories get the codes 0, 1, ...
     */
    public static RaterTable ofCounts(int[][] counts) {
        RaterTableBuilder builder = builder().withCategories(codes(counts[0].length));
        for (int unit = 0; unit < counts.length; unit++) {
            int rater = 0;
            for (int category = 0; category < counts[unit].length; category++) {
                for (int i = 0; i < counts[unit][category]; i++) {
                    builder.add(unit, rater++, category);
                }
            }
        }
        return builder.build();
    }

    /**
     * A table of two raters from their contingency table.
     *
     * @param table units that the first rater put into the category of the row and the second into that of the column
     */
    public static RaterTable ofContingency(int[][] table) {
        RaterTableBuilder builder = builder().withCategories(codes(table.length));
        int unit = 0;
        for (int row = 0; row < table.length; row++) {
            for (int column = 0; column < table.length; column++) {
                for (int i = 0; i < table[row][column]; i++) {
                    builder.add(unit, 0, row).add(unit, 1, column);
                    unit++;
                }
            }
        }
        return builder.build();
    }

    private static double[] codes(int count) {
        double[] codes = new double[count];
        Arrays.setAll(codes, i -> i);
        return codes;
    }

    /** The same ratings on a scale that has these categories, also where some of them were never used. */
    public RaterTable withCategories(double... scale) {
        return new RaterTable(raters, starts, raterOf, values, RaterTableBuilder.scale(scale, values));
    }

    /** Units with at least one rating. */
    public int units() {
        return starts.length - 1;
    }

    /** Raters with at least one rating are counted, and any with a smaller number than theirs. */
    public int raters() {
        return raters;
    }

    /** All ratings. */
    public int size() {
        return values.length;
    }

    /** Whether every rater judged every unit. */
    public boolean isComplete() {
        return size() == units() * raters;
    }

    /** Categories in ascending order: the scale, or the values that occur. */
    public double[] categories() {
        return categories.clone();
    }

    int start(int unit) {
        return starts[unit];
    }

    int end(int unit) {
        return starts[unit + 1];
    }

    int count(int unit) {
        return starts[unit + 1] - starts[unit];
    }

    int rater(int rating) {
        return raterOf[rating];
    }

    double value(int rating) {
        return values[rating];
    }

    /** For each rating, the place of its value among {@link #categories}. */
    int[] codes() {
        int[] codes = new int[values.length];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = Arrays.binarySearch(categories, values[i]);
        }
        return codes;
    }

    /** Each unit as often as it was drawn. */
    RaterTable resampled(int[] draws) {
        int units = 0;
        int size = 0;
        for (int unit = 0; unit < draws.length; unit++) {
            units += draws[unit];
            size += draws[unit] * count(unit);
        }
        int[] newStarts = new int[units + 1];
        int[] newRaters = new int[size];
        double[] newValues = new double[size];
        int at = 0;
        int next = 0;
        for (int unit = 0; unit < draws.length; unit++) {
            for (int draw = 0; draw < draws[unit]; draw++) {
                System.arraycopy(raterOf, start(unit), newRaters, next, count(unit));
                System.arraycopy(values, start(unit), newValues, next, count(unit));
                next += count(unit);
                newStarts[++at] = next;
            }
        }
        return new RaterTable(raters, newStarts, newRaters, newValues, categories);
    }
}
