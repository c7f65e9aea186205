/** What the candidate is written. */
@NullMarked
package touchstone.platform.debrief.feedback;

import org.jspecify.annotations.NullMarked;
