/** Tests of the page of messages. */
@NullMarked
package touchstone.platform.notification.outbox;

import org.jspecify.annotations.NullMarked;
