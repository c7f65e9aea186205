/** Tests of keyed randomness. */
@NullMarked
package touchstone.chance;

import org.jspecify.annotations.NullMarked;
