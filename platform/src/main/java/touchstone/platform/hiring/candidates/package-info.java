/** Pages on candidates: the list, a new one, one person. */
@NullMarked
package touchstone.platform.hiring.candidates;

import org.jspecify.annotations.NullMarked;
