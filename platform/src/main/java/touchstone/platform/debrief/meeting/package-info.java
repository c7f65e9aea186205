/** The page of a debrief: ratings beside each other, the rule beside what people say, the decision. */
@NullMarked
package touchstone.platform.debrief.meeting;

import org.jspecify.annotations.NullMarked;
