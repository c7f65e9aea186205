/** Tests of correlation. */
@NullMarked
package touchstone.measurement.correlation;

import org.jspecify.annotations.NullMarked;
