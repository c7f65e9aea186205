/** Who and what a company has: vocabularies, names, entities. */
@NullMarked
package touchstone.worlds.company;

import org.jspecify.annotations.NullMarked;
