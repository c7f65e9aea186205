/** The catalogue of a hiring team: reads content packs, checks them, merges them, finds things in them. */
@NullMarked
package touchstone.catalogue;

import org.jspecify.annotations.NullMarked;
