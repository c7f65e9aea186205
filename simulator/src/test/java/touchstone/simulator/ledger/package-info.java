/** Tests of the ledgers. */
@NullMarked
package touchstone.simulator.ledger;

import org.jspecify.annotations.NullMarked;
