/**
 * Ratings as measurements: the many-facet Rasch model, fair scores with their certainty, and what a design of interviews
 * can support.
 *
 * <p>The model, for a rating {@code x = 0..K} above the lowest category: {@code eta = theta(candidate) - severity(interviewer)
 * - difficulty(dimension) - ...} and {@code P(k) ~ exp(k eta - tau_1 - ... - tau_k)}. All measures are in logits.
 *
 * <p>Sources: J. M. Linacre, "Many-facet Rasch measurement", 2nd edition, MESA Press 1994; D. Andrich, "A rating formulation
 * for ordered response categories", Psychometrika 43 (1978), 561-573; G. N. Masters, "A Rasch model for partial credit
 * scoring", Psychometrika 47 (1982), 149-174.
 */
@NullMarked
package touchstone.measurement.ratings;

import org.jspecify.annotations.NullMarked;
