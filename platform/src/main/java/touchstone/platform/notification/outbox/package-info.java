/** The page of messages: how they stand, and reading them where no mail server is. */
@NullMarked
package touchstone.platform.notification.outbox;

import org.jspecify.annotations.NullMarked;
