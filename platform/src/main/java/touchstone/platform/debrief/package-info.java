/** The debrief: what was seen beside each other, the plan's rule, opinions, veto, decision, offer, feedback. */
@ApplicationModule(allowedDependencies = {"shared", "shell", "identity", "catalogue", "hiring", "interview"})
@NullMarked
package touchstone.platform.debrief;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
