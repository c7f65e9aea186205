package touchstone.measurement.ratings;

/**
 * What one more interview is expected to add.
 *
 * @param interviewer who would give it
 * @param sdNow standard deviation of the fair score as it is, in the units of the scale
 * @param sdAfter the one to expect afterwards
 */
public record Preview(String interviewer, double sdNow, double sdAfter) {}
