/**
 * Drawings of measurements: pure functions from numbers to SVG.
 *
 * <p>Every drawing is 480 units wide, has a title and a description for those who do not see it, and names its parts by classes
 * ({@code plot-dot}, {@code plot-range}, ...), so that the page that shows it chooses colours, light or dark.
 */
@NullMarked
package touchstone.plots;

import org.jspecify.annotations.NullMarked;
