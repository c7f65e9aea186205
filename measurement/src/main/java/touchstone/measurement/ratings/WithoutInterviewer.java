package touchstone.measurement.ratings;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What would be known of a candidate if one interviewer had not taken part.
 *
 * @param interviewer who is left out, with all that they rated
 * @param fairScore empty when nobody else rated the candidate
 * @param probability that the fair score is at least the bar; empty likewise
 */
public record WithoutInterviewer(String interviewer, Optional<FairScore> fairScore, OptionalDouble probability) {}
