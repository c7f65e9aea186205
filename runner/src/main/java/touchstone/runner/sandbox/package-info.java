/** Where a stranger's program runs. */
@NullMarked
package touchstone.runner.sandbox;

import org.jspecify.annotations.NullMarked;
