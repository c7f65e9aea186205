/** Tests of the debrief: the rule, the matrix, decisions and what follows them. */
@NullMarked
package touchstone.platform.debrief;

import org.jspecify.annotations.NullMarked;
