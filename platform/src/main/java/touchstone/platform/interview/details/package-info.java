/** The page of one interview. */
@NullMarked
package touchstone.platform.interview.details;

import org.jspecify.annotations.NullMarked;
