/** Tests of the HTTP side, over real sockets. */
@NullMarked
package touchstone.simulator.wire;

import org.jspecify.annotations.NullMarked;
