/** Pages of openings: the list, a new one, one of them. */
@NullMarked
package touchstone.platform.hiring.openings;

import org.jspecify.annotations.NullMarked;
