/** Tests of the rate limits. */
@NullMarked
package touchstone.simulator.limit;

import org.jspecify.annotations.NullMarked;
