package touchstone.platform.identity;

import java.util.Optional;
import java.util.UUID;
import touchstone.platform.shared.AuditableEvent;

/** Sessions of a person were ended on purpose. */
public record SessionsEnded(UUID entity, int sessions) implements AuditableEvent {
    @Override
    public Optional<UUID> about() {
        return Optional.of(entity);
    }
}
