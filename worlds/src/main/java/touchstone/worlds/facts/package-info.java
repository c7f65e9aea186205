/** Typed facts: relations, values, versions, and what happens to them. */
@NullMarked
package touchstone.worlds.facts;

import org.jspecify.annotations.NullMarked;
