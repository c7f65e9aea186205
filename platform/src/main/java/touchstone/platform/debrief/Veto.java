package touchstone.platform.debrief;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A bar raiser's objection, with its reason. */
public record Veto(UUID id, Opinion.Author author, String reason, Instant at, Optional<Lifted> lifted) {

    /** When it was taken back, and why. */
    public record Lifted(Instant at, String reason) {}

    public boolean stands() {
        return lifted.isEmpty();
    }

    boolean stoodAt(Instant time) {
        return !at.isAfter(time)
                && lifted.map(Lifted::at).filter(end -> !end.isAfter(time)).isEmpty();
    }
}
