package touchstone.measurement.agreement;

import java.util.Arrays;

/** Collects ratings for a {@link RaterTable}, in any order. */
public final class RaterTableBuilder {

    private int[] units = new int[64];
    private int[] raters = new int[64];
    private double[] values = new double[64];
    private double[] scale = {};
    private int size;

    RaterTableBuilder() {}

    /**
     * Adds one rating.
     *
     * @param unit 0, 1, ...; units without ratings are left out
     * @param rater 0, 1, ...
     * @param value a finite number
     * @throws IllegalArgumentException when the value is not finite or a number is negative
     */
    public RaterTableBuilder add(int unit, int rater, double value) {
        if (unit < 0 || rater < 0 || !Double.isFinite(value)) {
            throw new IllegalArgumentException("a rating needs a unit, a rater and a finite value, got unit " + unit
                    + ", rater " + rater + ", value " + value);
        }
        if (size == values.length) {
            units = Arrays.copyOf(units, 2 * size);
            raters = Arrays.copyOf(raters, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        units[size] = unit;
        raters[size] = rater;
        values[size++] = value + 0.0; // -0.0 and 0.0 are one category
        return this;
    }

    /** Names all categories of the scale, used or not; otherwise the values that occur are the categories. */
    public RaterTableBuilder withCategories(double... categories) {
        scale = categories.clone();
        return this;
    }

    /**
     * The table.
     *
     * @throws IllegalArgumentException when a rater judged a unit twice, or a rating is none of the categories
     */
    public RaterTable build() {
        int[] starts = starts();
        int[] next = starts.clone();
        int[] raterOf = new int[size];
        double[] byUnit = new double[size];
        int most = -1;
        for (int i = 0; i < size; i++) {
            int at = next[units[i]]++;
            raterOf[at] = raters[i];
            byUnit[at] = values[i];
            most = Math.max(most, raters[i]);
        }
        refuseDoubles(starts, raterOf, most + 1);
        return new RaterTable(most + 1, withoutEmptyUnits(starts), raterOf, byUnit, scale(scale, byUnit));
    }

    private int[] starts() {
        int last = -1;
        for (int i = 0; i < size; i++) {
            last = Math.max(last, units[i]);
        }
        int[] starts = new int[last + 2];
        for (int i = 0; i < size; i++) {
            starts[units[i] + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        return starts;
    }

    private static int[] withoutEmptyUnits(int[] starts) {
        return Arrays.stream(starts).distinct().toArray();
    }

    private static void refuseDoubles(int[] starts, int[] raterOf, int raters) {
        int[] seenIn = new int[raters];
        for (int unit = 0; unit + 1 < starts.length; unit++) {
            for (int i = starts[unit]; i < starts[unit + 1]; i++) {
                if (seenIn[raterOf[i]] == unit + 1) {
                    throw new IllegalArgumentException("rater " + raterOf[i] + " judged unit " + unit + " twice");
                }
                seenIn[raterOf[i]] = unit + 1;
            }
        }
    }

    static double[] scale(double[] scale, double[] values) {
        if (scale.length == 0) {
            return distinct(values);
        }
        double[] sorted = distinct(scale);
        for (double value : values) {
            if (Arrays.binarySearch(sorted, value) < 0) {
                throw new IllegalArgumentException(
                        "the rating " + value + " is none of the categories " + Arrays.toString(sorted));
            }
        }
        return sorted;
    }

    private static double[] distinct(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int count = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[count++] = sorted[i];
            }
        }
        return Arrays.copyOf(sorted, count);
    }
}
