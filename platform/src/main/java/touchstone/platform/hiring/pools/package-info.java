/** The page of interviewer pools. */
@NullMarked
package touchstone.platform.hiring.pools;

import org.jspecify.annotations.NullMarked;
