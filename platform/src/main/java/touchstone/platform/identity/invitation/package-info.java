/** Setting a password by a link: the first one, or a new one. */
@NullMarked
package touchstone.platform.identity.invitation;

import org.jspecify.annotations.NullMarked;
