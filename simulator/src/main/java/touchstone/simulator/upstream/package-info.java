/** A real OpenAI-compatible server behind the simulator's limits, faults and ledger, with a spend cap. */
@NullMarked
package touchstone.simulator.upstream;

import org.jspecify.annotations.NullMarked;
