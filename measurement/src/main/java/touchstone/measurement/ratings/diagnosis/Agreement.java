package touchstone.measurement.ratings.diagnosis;

/**
 * How often two interviewers give a candidate the same rating on the same thing.
 *
 * <p>Well above what is expected: they talk before they rate. Well below: they do not share the anchors.
 *
 * @param observed share of pairs that are equal, 0 to 1
 * @param expected the share under the model, at the severities found, 0 to 1
 * @param pairs number of pairs
 */
public record Agreement(double observed, double expected, long pairs) {}
