package touchstone.platform.identity;

import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import touchstone.platform.shared.Person;
import touchstone.platform.shared.Role;

/**
 * Somebody of the organisation who can sign in.
 *
 * @param email lower case, unique in the installation
 * @param active an account that is not active keeps its name on what it did, and cannot sign in
 * @param version counts the changes, so that two people who change it at once notice
 */
public record Account(
        UUID id,
        UUID organisation,
        String email,
        String name,
        Set<Role> roles,
        ZoneId zone,
        boolean active,
        int version) {

    public Person person() {
        return new Person(id, organisation, name, roles, zone);
    }
}
