package touchstone.platform.audit;

import java.util.UUID;
import touchstone.platform.shared.AuditableEvent;

/**
 * Somebody took the audit log with all that it tells, ratings included that the pages may still hide.
 *
 * @param entity the organisation
 */
public record LogExported(UUID entity, String reason) implements AuditableEvent {}
