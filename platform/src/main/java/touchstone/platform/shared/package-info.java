/** The few things that every module uses: who acts, roles, ids, refusals, auditable events. Small, and counted by a test. */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package touchstone.platform.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
