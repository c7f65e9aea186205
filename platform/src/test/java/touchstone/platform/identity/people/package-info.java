@NullMarked
package touchstone.platform.identity.people;

import org.jspecify.annotations.NullMarked;
