/** Tests of the application as a whole. */
@NullMarked
package touchstone.platform;

import org.jspecify.annotations.NullMarked;
