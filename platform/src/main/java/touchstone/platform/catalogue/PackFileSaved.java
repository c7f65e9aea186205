package touchstone.platform.catalogue;

import java.util.UUID;
import touchstone.platform.shared.AuditableEvent;

/**
 * A file of the organisation's own pack was written.
 *
 * @param entity the organisation
 * @param sha256 of the content as UTF-8, in hexadecimal
 */
public record PackFileSaved(UUID entity, String path, int version, String sha256) implements AuditableEvent {}
