package touchstone.platform.debrief;

import java.time.Instant;
import java.util.UUID;
import touchstone.catalogue.content.Level;

/**
 * What somebody says in the debrief.
 *
 * @param level at which they would hire, or at which they looked
 * @param standing how it stands to what came later
 */
public record Opinion(UUID id, Author author, boolean hire, Level level, String text, Instant at, Standing standing) {

    /** Who says it. */
    public record Author(UUID account, String name) {}

    /**
     * How it stands.
     *
     * @param newest whether its author has said nothing later
     * @param minority whether the last decision went the other way; it is kept beside the decision
     */
    public record Standing(boolean newest, boolean minority) {}
}
