/** Tests of the simulated model's behaviour. */
@NullMarked
package touchstone.simulator.behaviour;

import org.jspecify.annotations.NullMarked;
