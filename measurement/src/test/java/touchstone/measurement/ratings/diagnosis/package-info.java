/** Tests of diagnostics against reference values and planted faults. */
@NullMarked
package touchstone.measurement.ratings.diagnosis;

import org.jspecify.annotations.NullMarked;
