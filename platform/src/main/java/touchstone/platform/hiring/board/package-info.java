/** The pipeline board: who stands where. */
@NullMarked
package touchstone.platform.hiring.board;

import org.jspecify.annotations.NullMarked;
