/**
 * Adverse impact: whether groups of candidates are selected at different rates, and whether the numbers are large enough to say
 * so. A difference is a reason to look, not a verdict; a small number of people is the state "insufficient", never a pass.
 */
@NullMarked
package touchstone.measurement.fairness;

import org.jspecify.annotations.NullMarked;
