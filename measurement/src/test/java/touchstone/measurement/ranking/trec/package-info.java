/** Tests of TREC files. */
@NullMarked
package touchstone.measurement.ranking.trec;

import org.jspecify.annotations.NullMarked;
