/** The engines from a terminal: one class per command, no logic. */
@NullMarked
package touchstone.cli;

import org.jspecify.annotations.NullMarked;
