/** Tests of forwarding to a real server, against a second local one. */
@NullMarked
package touchstone.simulator.upstream;

import org.jspecify.annotations.NullMarked;
