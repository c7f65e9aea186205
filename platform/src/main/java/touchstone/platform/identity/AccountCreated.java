package touchstone.platform.identity;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import touchstone.platform.shared.AuditableEvent;
import touchstone.platform.shared.Role;

/** An account was made. */
public record AccountCreated(UUID entity, String name, String email, Set<Role> roles) implements AuditableEvent {
    @Override
    public Optional<UUID> about() {
        return Optional.of(entity);
    }
}
