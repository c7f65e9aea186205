/** Tests of the scorecard's form. */
@NullMarked
package touchstone.platform.interview.scorecard;

import org.jspecify.annotations.NullMarked;
