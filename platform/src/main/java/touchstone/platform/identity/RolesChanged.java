package touchstone.platform.identity;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import touchstone.platform.shared.AuditableEvent;
import touchstone.platform.shared.Role;

/** Somebody may do other things than before. */
public record RolesChanged(UUID entity, Set<Role> before, Set<Role> after) implements AuditableEvent {
    @Override
    public Optional<UUID> about() {
        return Optional.of(entity);
    }
}
