/** The content that an organisation interviews with: the core pack, its own pack, search, and what covers each requirement. */
@ApplicationModule(allowedDependencies = {"shared", "shell", "identity"})
@NullMarked
package touchstone.platform.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
