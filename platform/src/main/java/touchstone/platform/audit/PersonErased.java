package touchstone.platform.audit;

import java.util.UUID;
import touchstone.platform.shared.Erasure;

/**
 * An administrator had a person's data erased.
 *
 * @param entity the person
 * @param reason does not name the person
 */
public record PersonErased(UUID entity, String reason) implements Erasure {}
