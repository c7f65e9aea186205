/** Openings, plans, candidates and their applications, from the first stage to the last. */
@ApplicationModule(allowedDependencies = {"shared", "shell", "identity", "catalogue"})
@NullMarked
package touchstone.platform.hiring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
