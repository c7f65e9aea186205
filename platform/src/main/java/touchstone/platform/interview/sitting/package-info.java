/** What the pages of somebody share who sits in an interview: the interview with its plan, and what their programs send. */
@NullMarked
package touchstone.platform.interview.sitting;

import org.jspecify.annotations.NullMarked;
