package touchstone.platform.identity;

import java.util.Optional;
import java.util.UUID;
import touchstone.platform.shared.Person;

/** Finds the person behind a session, with the roles that they have now; accounts and candidates are such sources. */
public interface PersonSource {

    /** The person of that id in the organisation of the person who acts, if they may still sign in. */
    Optional<Person> find(UUID id);
}
