package touchstone.measurement.ratings;

/**
 * Where one element stands.
 *
 * @param element the candidate, interviewer, dimension
 * @param value logits; for a candidate more is better, for any other facet more is severer or harder
 * @param standardError logits; what it means depends on the estimator: posterior standard deviation for the maximum
 *     posterior and for candidates of the marginal likelihood, {@code 1 / sqrt(information)} for the joint likelihood
 * @param ratings sum of the weights of its ratings, usually their number
 * @param extreme whether all its ratings are the lowest or all the highest, so that its measure rests on an adjustment
 */
public record Measure(String element, double value, double standardError, double ratings, boolean extreme) {}
