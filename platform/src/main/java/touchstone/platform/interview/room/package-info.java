/** The interviewer's room: the kit, what was heard and asked, the clock, and private notes. */
@NullMarked
package touchstone.platform.interview.room;

import org.jspecify.annotations.NullMarked;
