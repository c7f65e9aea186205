/** Tests of the many-facet Rasch model against reference values and properties. */
@NullMarked
package touchstone.measurement.ratings;

import org.jspecify.annotations.NullMarked;
