/** What every page stands on: the frame around a page, access, errors, texts, the database. */
@ApplicationModule(allowedDependencies = "shared", type = ApplicationModule.Type.OPEN)
@NullMarked
package touchstone.platform.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
