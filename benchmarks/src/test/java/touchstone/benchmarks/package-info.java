/** Tests of what the benchmarks write. */
@NullMarked
package touchstone.benchmarks;

import org.jspecify.annotations.NullMarked;
