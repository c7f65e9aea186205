package touchstone.platform.identity;

import java.util.Optional;
import java.util.UUID;
import touchstone.platform.shared.AuditableEvent;

/** An account cannot sign in any more; its sessions have ended. */
public record AccountDeactivated(UUID entity) implements AuditableEvent {
    @Override
    public Optional<UUID> about() {
        return Optional.of(entity);
    }
}
