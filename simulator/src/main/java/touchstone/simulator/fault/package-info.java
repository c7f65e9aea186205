/** Faults as scripts with an exact budget: plans per item, windows per phase. */
@NullMarked
package touchstone.simulator.fault;

import org.jspecify.annotations.NullMarked;
