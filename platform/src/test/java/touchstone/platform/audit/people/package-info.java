/** Tests of the page of one person's file. */
@NullMarked
package touchstone.platform.audit.people;

import org.jspecify.annotations.NullMarked;
