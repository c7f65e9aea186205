/** Tests of the catalogue's pages. */
@NullMarked
package touchstone.platform.catalogue;

import org.jspecify.annotations.NullMarked;
