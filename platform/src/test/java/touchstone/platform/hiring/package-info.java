/** Tests of openings, candidates and applications. */
@NullMarked
package touchstone.platform.hiring;

import org.jspecify.annotations.NullMarked;
