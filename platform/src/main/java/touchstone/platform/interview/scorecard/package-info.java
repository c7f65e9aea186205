/** The scorecard: filling it in, reviewing and submitting it, reading and correcting it afterwards. */
@NullMarked
package touchstone.platform.interview.scorecard;

import org.jspecify.annotations.NullMarked;
