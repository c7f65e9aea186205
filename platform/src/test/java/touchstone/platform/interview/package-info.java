/** Tests of interviews and scorecards. */
@NullMarked
package touchstone.platform.interview;

import org.jspecify.annotations.NullMarked;
