/** How often a system succeeds when a task is repeated: once in k attempts, or in all of them. */
@NullMarked
package touchstone.measurement.passk;

import org.jspecify.annotations.NullMarked;
