/**
 * Whether a dimension, a question or an interviewer works differently for two groups of candidates who are equal otherwise.
 *
 * <p>Group labels are optional, self-declared, kept apart from the ratings, and never enter a measure.
 */
@NullMarked
package touchstone.measurement.ratings.bias;

import org.jspecify.annotations.NullMarked;
