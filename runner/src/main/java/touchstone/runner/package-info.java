/** Runs a solution of a lab, scores what the ledger and the run log say, and reports it. */
@NullMarked
package touchstone.runner;

import org.jspecify.annotations.NullMarked;
