/** The page of one's own interviews. */
@NullMarked
package touchstone.platform.interview.mine;

import org.jspecify.annotations.NullMarked;
