@NullMarked
package touchstone.platform.identity;

import org.jspecify.annotations.NullMarked;
