/** Tests of the HTTP side. */
@NullMarked
package touchstone.simulator.wire;

import org.jspecify.annotations.NullMarked;
