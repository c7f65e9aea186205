package touchstone.platform.hiring;

import java.time.Instant;
import java.util.UUID;
import touchstone.catalogue.content.Level;

/**
 * A position being filled.
 *
 * @param role id of the catalogue's role
 * @param standing who owns it and whether it takes applications
 * @param version a change names the version that it saw
 */
public record Opening(UUID id, String title, String team, String role, Level level, Standing standing, int version) {

    /** Who owns it, since when, and whether it takes applications. */
    public record Standing(UUID hiringManager, State state, Instant createdAt) {}

    /** Whether it takes applications. */
    public enum State {
        /** No plan has been published yet. */
        DRAFT,
        OPEN,
        CLOSED
    }

    public State state() {
        return standing.state();
    }

    public UUID hiringManager() {
        return standing.hiringManager();
    }
}
