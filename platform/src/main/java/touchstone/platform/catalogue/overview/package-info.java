/** What the catalogue holds, and a search over all of it. */
@NullMarked
package touchstone.platform.catalogue.overview;

import org.jspecify.annotations.NullMarked;
