/** Rate limits: token buckets on requests and on tokens, for each API key, model and rule. */
@NullMarked
package touchstone.simulator.limit;

import org.jspecify.annotations.NullMarked;
