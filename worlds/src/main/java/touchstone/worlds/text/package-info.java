/** Phrases with choices and gaps, and prose with spans. */
@NullMarked
package touchstone.worlds.text;

import org.jspecify.annotations.NullMarked;
