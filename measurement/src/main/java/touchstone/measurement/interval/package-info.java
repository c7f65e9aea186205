/** Intervals: how far a number that was measured on a few items may lie from the one on all items. */
@NullMarked
package touchstone.measurement.interval;

import org.jspecify.annotations.NullMarked;
