/** The rules of the house, enforced over all modules. */
@NullMarked
package touchstone.house;

import org.jspecify.annotations.NullMarked;
