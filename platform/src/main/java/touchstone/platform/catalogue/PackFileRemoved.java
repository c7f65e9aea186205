package touchstone.platform.catalogue;

import java.util.UUID;
import touchstone.platform.shared.AuditableEvent;

/**
 * A file of the organisation's own pack was removed.
 *
 * @param entity the organisation
 * @param sha256 of the content that was removed, in hexadecimal
 */
public record PackFileRemoved(UUID entity, String path, int version, String sha256) implements AuditableEvent {}
