/** Keyed randomness: one seed, named streams, keys; nothing else. */
@NullMarked
package touchstone.chance;

import org.jspecify.annotations.NullMarked;
