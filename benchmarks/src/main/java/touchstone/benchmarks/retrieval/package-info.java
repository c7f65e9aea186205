/** How plain retrievers do on a real test collection and on fictional companies. */
@NullMarked
package touchstone.benchmarks.retrieval;

import org.jspecify.annotations.NullMarked;
