/**
 * How well a fit describes the ratings: fit statistics, separation, agreement, unexpected ratings, and how interviewers use
 * the scale.
 */
@NullMarked
package touchstone.measurement.ratings.diagnosis;

import org.jspecify.annotations.NullMarked;
