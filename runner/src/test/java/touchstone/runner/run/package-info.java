/** Tests of one execution. */
@NullMarked
package touchstone.runner.run;

import org.jspecify.annotations.NullMarked;
