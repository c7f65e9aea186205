/**
 * How good a ranking is: retrieval measures with trec_eval's definitions, their intervals, and paired comparisons of two
 * runs; risk against coverage for systems that may stay silent.
 */
@NullMarked
package touchstone.measurement.ranking;

import org.jspecify.annotations.NullMarked;
