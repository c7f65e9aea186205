package touchstone.platform.shared;

import java.util.UUID;

/**
 * A person's data are erased. Every module that holds something about the person listens, and erases it in the same
 * transaction; what cannot be undone is published once.
 *
 * <p>Its {@link #entity} is the person, and its payload says nothing about them: it outlives the erasure as its proof, and
 * so {@link #about} stays empty.
 */
public interface Erasure extends AuditableEvent {

    /** Id of the account or the candidate. */
    default UUID person() {
        return entity();
    }
}
