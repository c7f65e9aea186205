package touchstone.measurement.ratings.bias;

/**
 * How much harder one element is for one group than for all.
 *
 * @param ratings number of ratings
 * @param bias logits; above 0 the group is rated lower here than its measures say
 * @param error standard error, {@code 1 / sqrt(sum V)}, wider with an allowance for pairings
 */
public record GroupBias(int ratings, double bias, double error) {}
