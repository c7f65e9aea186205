/** What the simulator saw: one line a call, append-only. */
@NullMarked
package touchstone.simulator.ledger;

import org.jspecify.annotations.NullMarked;
