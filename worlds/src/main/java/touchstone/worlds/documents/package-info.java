/** Documents: which there are, what they state, how they read. */
@NullMarked
package touchstone.worlds.documents;

import org.jspecify.annotations.NullMarked;
