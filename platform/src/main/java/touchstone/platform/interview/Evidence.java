package touchstone.platform.interview;

import java.util.Optional;
import java.util.UUID;

/**
 * What was seen or heard, which a rating cites.
 *
 * @param note the note that it was marked in, when there is one
 */
public record Evidence(Optional<UUID> note, String text) {}
