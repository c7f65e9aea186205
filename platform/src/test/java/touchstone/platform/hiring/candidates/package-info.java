/** Tests of these pages, over HTTP. */
@NullMarked
package touchstone.platform.hiring.candidates;

import org.jspecify.annotations.NullMarked;
