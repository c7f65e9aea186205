/** Tests of scoring. */
@NullMarked
package touchstone.runner.score;

import org.jspecify.annotations.NullMarked;
