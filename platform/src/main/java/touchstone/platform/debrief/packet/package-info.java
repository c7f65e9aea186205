/** Everything about one decision on paper. */
@NullMarked
package touchstone.platform.debrief.packet;

import org.jspecify.annotations.NullMarked;
