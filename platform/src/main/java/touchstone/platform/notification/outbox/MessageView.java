package touchstone.platform.notification.outbox;

import touchstone.platform.notification.Message;

/**
 * One message.
 *
 * @param readable whether the person who looks may read its text
 * @param sending whether a mail server takes messages
 */
public record MessageView(Message message, boolean readable, boolean sending) {

    public String path() {
        return "/outbox/" + message.id();
    }

    /** Whether it is in nobody's hands any more and can be sent once more. */
    public boolean repeatable() {
        boolean done = message.progress().nextAt().isEmpty();
        return sending && readable && done && message.text().body().isPresent();
    }
}
