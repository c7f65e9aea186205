@NullMarked
package touchstone.platform.identity.setup;

import org.jspecify.annotations.NullMarked;
