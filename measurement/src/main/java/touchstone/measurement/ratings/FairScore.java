package touchstone.measurement.ratings;

import touchstone.measurement.interval.Interval;

/**
 * The rating that an average interviewer would be expected to give a candidate, averaged over the dimensions; in the units of
 * the scale.
 *
 * @param candidate who
 * @param rawMean mean of the ratings as they were given
 * @param fair fair score at the measures
 * @param sd posterior standard deviation
 * @param interval central interval of the posterior, see {@link Posterior#withConfidence}
 * @param interviewers number of interviewers who rated the candidate; 0 where the ratings have no such facet
 * @param ratings number of ratings
 */
public record FairScore(
        String candidate, double rawMean, double fair, double sd, Interval interval, int interviewers, int ratings) {}
