/** Tests of the retrieval check. */
@NullMarked
package touchstone.benchmarks.retrieval;

import org.jspecify.annotations.NullMarked;
