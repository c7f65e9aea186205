/** Every requirement of the product with what covers it, and what does not yet. */
@NullMarked
package touchstone.platform.catalogue.requirement;

import org.jspecify.annotations.NullMarked;
