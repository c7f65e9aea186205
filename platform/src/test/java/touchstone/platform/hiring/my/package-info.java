/** Tests of these pages, over HTTP. */
@NullMarked
package touchstone.platform.hiring.my;

import org.jspecify.annotations.NullMarked;
