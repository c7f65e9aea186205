@NullMarked
package touchstone.platform.identity.account;

import org.jspecify.annotations.NullMarked;
