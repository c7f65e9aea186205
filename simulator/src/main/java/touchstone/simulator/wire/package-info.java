/** The HTTP side: the OpenAI-compatible API, served by Helidon on virtual threads. */
@NullMarked
package touchstone.simulator.wire;

import org.jspecify.annotations.NullMarked;
