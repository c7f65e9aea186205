/** How well the interviewing works: stages, interviewers, reliability, fairness, and what became of those who were hired. */
@ApplicationModule(allowedDependencies = {"shared", "shell", "identity", "catalogue", "hiring", "interview", "debrief"})
@NullMarked
package touchstone.platform.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
