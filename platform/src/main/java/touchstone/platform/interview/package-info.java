/** Interviews: scheduling, the interviewer's page, notes that become evidence, scorecards. */
@ApplicationModule(allowedDependencies = {"shared", "shell", "identity", "catalogue", "hiring"})
@NullMarked
package touchstone.platform.interview;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
