/** The audit log: it listens, and writes inside the transaction that it records. */
@ApplicationModule(allowedDependencies = {"shared", "shell", "identity"})
@NullMarked
package touchstone.platform.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
