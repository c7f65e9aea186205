/** Tests of bias between groups. */
@NullMarked
package touchstone.measurement.ratings.bias;

import org.jspecify.annotations.NullMarked;
