/** What the simulated model answers: a function of the request, the knowledge and keyed chance. */
@NullMarked
package touchstone.simulator.behaviour;

import org.jspecify.annotations.NullMarked;
