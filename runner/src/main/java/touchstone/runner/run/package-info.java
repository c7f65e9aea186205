/** One execution of a solution under one seed. */
@NullMarked
package touchstone.runner.run;

import org.jspecify.annotations.NullMarked;
