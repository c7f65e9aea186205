/** Model cards: context, price, pace and quality of a simulated model. */
@NullMarked
package touchstone.simulator.model;

import org.jspecify.annotations.NullMarked;
