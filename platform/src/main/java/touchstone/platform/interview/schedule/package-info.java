/** The page on which an interview is arranged. */
@NullMarked
package touchstone.platform.interview.schedule;

import org.jspecify.annotations.NullMarked;
