/** The official clients against the running simulated model; what each does is {@code docs/reference/clients.md}. */
@NullMarked
package touchstone.simulator.clients;

import org.jspecify.annotations.NullMarked;
