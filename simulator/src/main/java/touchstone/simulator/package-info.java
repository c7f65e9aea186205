/** The simulated model: an OpenAI-compatible server whose answers depend on the evidence it is given and which fails on purpose. */
@NullMarked
package touchstone.simulator;

import org.jspecify.annotations.NullMarked;
