@NullMarked
package touchstone.platform.identity.signin;

import org.jspecify.annotations.NullMarked;
