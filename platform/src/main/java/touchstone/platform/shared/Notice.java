package touchstone.platform.shared;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that a person should be told. A module publishes it inside the transaction that it belongs to;
 * {@code notification} puts it into the outbox in the same transaction.
 *
 * @param email where to
 * @param name for the greeting
 * @param key of the texts: {@code key.subject} and {@code key.body} in a message bundle
 * @param arguments of both texts
 * @param path of the page that it leads to, below the public address
 * @param attachment a calendar file
 * @param about the person whom it tells about or goes to, so that erasing them erases it too; empty when there is nobody to erase
 */
public record Notice(
        String email,
        String name,
        String key,
        List<Object> arguments,
        Optional<String> path,
        Optional<Attachment> attachment,
        Optional<UUID> about) {

    public Notice {
        arguments = List.copyOf(arguments);
    }

    /** A small text file. */
    public record Attachment(String fileName, String mediaType, String content) {}
}
