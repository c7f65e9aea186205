/** Tests of messages to people, with a mail server that talks SMTP. */
@NullMarked
package touchstone.platform.notification;

import org.jspecify.annotations.NullMarked;
