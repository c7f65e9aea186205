package touchstone.platform.identity;

import java.util.Optional;
import java.util.UUID;
import touchstone.platform.shared.AuditableEvent;

/** An account has another password; nothing of the password is recorded. */
public record PasswordChanged(UUID entity) implements AuditableEvent {
    @Override
    public Optional<UUID> about() {
        return Optional.of(entity);
    }
}
