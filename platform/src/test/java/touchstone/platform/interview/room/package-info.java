/** Tests of the room and the scorecard in a real browser. */
@NullMarked
package touchstone.platform.interview.room;

import org.jspecify.annotations.NullMarked;
