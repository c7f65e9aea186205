/** Asking for a new password. */
@NullMarked
package touchstone.platform.identity.forgotten;

import org.jspecify.annotations.NullMarked;
