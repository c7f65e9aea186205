/** The example organisation of {@code ./touchstone up --demo}: people, openings and candidates, all invented. */
@NullMarked
package touchstone.platform.home.demo;

import org.jspecify.annotations.NullMarked;
