/** What is expected at each level. */
@NullMarked
package touchstone.platform.catalogue.level;

import org.jspecify.annotations.NullMarked;
