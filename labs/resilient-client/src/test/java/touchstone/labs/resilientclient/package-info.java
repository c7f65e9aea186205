/** Tests of the lab: its contract, and what its ladder earns. */
@NullMarked
package touchstone.labs.resilientclient;

import org.jspecify.annotations.NullMarked;
