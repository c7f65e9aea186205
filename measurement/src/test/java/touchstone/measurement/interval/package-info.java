/** Tests of intervals. */
@NullMarked
package touchstone.measurement.interval;

import org.jspecify.annotations.NullMarked;
