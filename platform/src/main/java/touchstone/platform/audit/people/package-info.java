/** The page of one person's file: taking it out, and erasing it. */
@NullMarked
package touchstone.platform.audit.people;

import org.jspecify.annotations.NullMarked;
