/** The people of the organisation, for administrators. */
@NullMarked
package touchstone.platform.identity.people;

import org.jspecify.annotations.NullMarked;
