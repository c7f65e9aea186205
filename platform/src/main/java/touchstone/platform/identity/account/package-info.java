/** One's own account: name, password, sessions. */
@NullMarked
package touchstone.platform.identity.account;

import org.jspecify.annotations.NullMarked;
