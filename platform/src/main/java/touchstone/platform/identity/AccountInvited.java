package touchstone.platform.identity;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import touchstone.platform.shared.AuditableEvent;
import touchstone.platform.shared.Role;

/** Somebody was sent a link by which they set their first password. */
public record AccountInvited(UUID entity, Set<Role> roles) implements AuditableEvent {
    @Override
    public Optional<UUID> about() {
        return Optional.of(entity);
    }
}
