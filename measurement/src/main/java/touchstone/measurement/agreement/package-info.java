/**
 * Agreement between raters: how far several people who judged the same things said the same.
 *
 * <p>Every coefficient is 1 for perfect agreement and 0 for what chance alone would give; it can be negative. A case in which
 * a coefficient has no meaning is an {@link touchstone.measurement.agreement.Agreement.Undefined} with its reason.
 */
@NullMarked
package touchstone.measurement.agreement;

import org.jspecify.annotations.NullMarked;
