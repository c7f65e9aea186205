/** Tests of these pages, over HTTP. */
@NullMarked
package touchstone.platform.hiring.board;

import org.jspecify.annotations.NullMarked;
