/** The first page, the three ways on from an empty start, and the example organisation. */
@ApplicationModule(allowedDependencies = {"shared", "shell", "identity", "catalogue", "hiring", "interview", "debrief"})
@NullMarked
package touchstone.platform.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
