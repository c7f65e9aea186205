package touchstone.platform.notification;

import java.util.UUID;
import touchstone.platform.shared.AuditableEvent;

/** Somebody had a message sent once more. */
public record MessageSentAgain(UUID entity) implements AuditableEvent {}
