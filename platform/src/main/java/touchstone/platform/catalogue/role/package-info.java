/** One role: what counts for it, and which kinds of questions are limited or out of bounds. */
@NullMarked
package touchstone.platform.catalogue.role;

import org.jspecify.annotations.NullMarked;
