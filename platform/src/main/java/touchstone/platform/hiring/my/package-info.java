/** What a candidate sees: the way in by a link, and their own page. */
@NullMarked
package touchstone.platform.hiring.my;

import org.jspecify.annotations.NullMarked;
