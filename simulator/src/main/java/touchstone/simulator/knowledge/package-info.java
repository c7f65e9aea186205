/** What the simulated model may know: facts with their spans, and the questions that ask for them. */
@NullMarked
package touchstone.simulator.knowledge;

import org.jspecify.annotations.NullMarked;
