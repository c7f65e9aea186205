/** Tests of these pages, over HTTP. */
@NullMarked
package touchstone.platform.hiring.application;

import org.jspecify.annotations.NullMarked;
