/** The first page: what waits for the person who looks, or the three ways on from an empty start. */
@NullMarked
package touchstone.platform.home.start;

import org.jspecify.annotations.NullMarked;
