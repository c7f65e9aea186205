package touchstone.platform.identity;

import java.util.Optional;
import java.util.UUID;
import touchstone.platform.shared.AuditableEvent;

/** Sign-in for an address was closed for a while after too many wrong passwords. */
public record SignInThrottled(UUID entity, String digest) implements AuditableEvent {
    @Override
    public Optional<UUID> about() {
        return Optional.of(entity);
    }
}
