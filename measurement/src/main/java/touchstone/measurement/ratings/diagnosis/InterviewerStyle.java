package touchstone.measurement.ratings.diagnosis;

/**
 * How an interviewer uses the scale; 1 is what the model expects of both numbers.
 *
 * @param interviewer who
 * @param ratings number of ratings
 * @param candidates number of candidates rated on at least two things
 * @param halo spread of the ratings within a candidate over the expected spread; well below 1, one impression colours all
 * @param slope of ratings on expected ratings; well below 1, central tendency (or noise), well above 1, extremes
 */
public record InterviewerStyle(String interviewer, int ratings, int candidates, double halo, double slope) {}
