/** Correlation of two measures of the same people. */
@NullMarked
package touchstone.measurement.correlation;

import org.jspecify.annotations.NullMarked;
