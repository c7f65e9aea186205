package touchstone.platform.notification.outbox;

import java.util.List;
import touchstone.platform.notification.Message;

/**
 * Messages, newest first.
 *
 * @param sending whether a mail server takes them
 */
public record OutboxView(List<Message> messages, boolean sending, Turn turn) {

    /** Which page it is, and whether older messages follow. */
    public record Turn(int number, boolean more) {
        public String path(int by) {
            return "/outbox?page=" + (number + by);
        }
    }

    /** The style of a state's badge. */
    public static String style(Message.State state) {
        return switch (state) {
            case WAITING -> "accent";
            case RETRYING -> "warn";
            case SENT -> "good";
            case GIVEN_UP -> "bad";
        };
    }
}
