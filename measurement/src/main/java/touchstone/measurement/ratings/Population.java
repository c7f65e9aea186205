package touchstone.measurement.ratings;

/**
 * The normal distribution that the marginal likelihood finds for the candidates.
 *
 * @param mean logits
 * @param sd logits
 * @param reliability of the candidates' expected measures: their variance over itself plus their mean posterior variance
 * @param meanError standard error of the mean
 * @param logSdError standard error of the logarithm of the sd
 */
public record Population(double mean, double sd, double reliability, double meanError, double logSdError) {}
