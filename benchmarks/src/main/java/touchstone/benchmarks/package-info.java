/** Benchmarks beside peers, each server in a process of its own; {@code make bench} runs them and writes docs/benchmarks.md. */
@NullMarked
package touchstone.benchmarks;

import org.jspecify.annotations.NullMarked;
