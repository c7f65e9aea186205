/** Statistics: pure functions of what was observed. */
@NullMarked
package touchstone.measurement;

import org.jspecify.annotations.NullMarked;
