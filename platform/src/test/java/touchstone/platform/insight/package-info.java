/** Tests of insight. */
@NullMarked
package touchstone.platform.insight;

import org.jspecify.annotations.NullMarked;
