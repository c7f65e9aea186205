/** Messages to people: the outbox, e-mail where it is configured, reminders. */
@ApplicationModule(allowedDependencies = {"shared", "shell", "identity"})
@NullMarked
package touchstone.platform.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
