/** Tests of the lab: its contract, its judging, its criteria on recorded days. */
@NullMarked
package touchstone.labs.documentsearch;

import org.jspecify.annotations.NullMarked;
