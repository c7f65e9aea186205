/** Files in the formats of TREC, read with the field's customs and refused with a sentence. */
@NullMarked
package touchstone.measurement.ranking.trec;

import org.jspecify.annotations.NullMarked;
