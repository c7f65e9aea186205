package touchstone.cli.measure;

import java.util.stream.IntStream;
import touchstone.measurement.MeasurementException;

/**
 * Ends of a rating scale of whole numbers.
 *
 * @param low lowest rating
 * @param high highest rating, at most 1,000 above
 */
public record Bounds(int low, int high) {

    /** Reads {@code 1..5}. */
    public static Bounds parse(String text) {
        String[] ends = text.split("\\.\\.", -1);
        try {
            if (ends.length == 2) {
                Bounds bounds = new Bounds(Integer.parseInt(ends[0].strip()), Integer.parseInt(ends[1].strip()));
                if (bounds.low < bounds.high && (long) bounds.high - bounds.low <= 1_000) {
                    return bounds;
                }
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw new MeasurementException("--scale '" + Texts.clip(text) + "' is no scale; write its ends, such as 1..5.");
    }

    /** All ratings of the scale. */
    public double[] all() {
        return IntStream.rangeClosed(low, high).asDoubleStream().toArray();
    }

    /** Refuses a rating that is not on the scale. */
    public void check(CsvTable.Row row, double rating) {
        if (rating < low || rating > high || rating != Math.rint(rating)) {
            throw new MeasurementException(
                    row.place() + ": the rating " + Texts.number(rating, 2).replaceAll("\\.?0+$", "")
                            + " is not on the scale from " + low + " to " + high + ".");
        }
    }
}
