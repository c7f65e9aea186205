/** One competency: its scale, its bars, and what points at it. */
@NullMarked
package touchstone.platform.catalogue.competency;

import org.jspecify.annotations.NullMarked;
