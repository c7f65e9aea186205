package touchstone.platform.identity;

import java.util.Optional;
import java.util.UUID;
import touchstone.platform.shared.AuditableEvent;

/** An account can sign in again. */
public record AccountReactivated(UUID entity) implements AuditableEvent {
    @Override
    public Optional<UUID> about() {
        return Optional.of(entity);
    }
}
