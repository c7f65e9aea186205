/** Scoring: a pure function of ledger and run log. */
@NullMarked
package touchstone.runner.score;

import org.jspecify.annotations.NullMarked;
