/** Signing in and out: passwords, sessions, and who acts in a request. */
@NullMarked
package touchstone.platform.identity.signin;

import org.jspecify.annotations.NullMarked;
