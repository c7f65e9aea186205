package touchstone.platform.identity;

import java.util.UUID;
import touchstone.platform.shared.AuditableEvent;

/** The organisation was made; the entity is the organisation. */
public record OrganisationCreated(UUID entity, String name) implements AuditableEvent {}
