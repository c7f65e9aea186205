/** Seeded fictional companies: facts first, documents rendered from them, questions with known truth. */
@NullMarked
package touchstone.worlds;

import org.jspecify.annotations.NullMarked;
