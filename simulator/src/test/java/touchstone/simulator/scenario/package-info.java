/** Tests of scenario files. */
@NullMarked
package touchstone.simulator.scenario;

import org.jspecify.annotations.NullMarked;
