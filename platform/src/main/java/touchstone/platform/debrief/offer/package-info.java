/** The offer: terms, approvals, answer. */
@NullMarked
package touchstone.platform.debrief.offer;

import org.jspecify.annotations.NullMarked;
