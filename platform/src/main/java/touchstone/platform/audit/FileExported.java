package touchstone.platform.audit;

import java.util.UUID;
import touchstone.platform.shared.AuditableEvent;

/**
 * Somebody took the file of one person.
 *
 * @param entity the person; the reason stays when they are erased
 */
public record FileExported(UUID entity, String reason) implements AuditableEvent {}
