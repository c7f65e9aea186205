/** Tests of ranking measures. */
@NullMarked
package touchstone.measurement.ranking;

import org.jspecify.annotations.NullMarked;
