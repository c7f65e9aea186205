/** Who is who: organisation, accounts, roles, sign-in, sessions, invitations, candidates' links. */
@ApplicationModule(allowedDependencies = {"shared", "shell"})
@NullMarked
package touchstone.platform.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
