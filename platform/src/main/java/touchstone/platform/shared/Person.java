package touchstone.platform.shared;

import java.io.Serial;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody who acts: an account of an organisation, a candidate, or the application itself.
 *
 * @param id the account's or the candidate's id; {@link #SYSTEM} for the application itself
 * @param organisation the organisation whose data they may see
 * @param name for greeting; never a key
 * @param roles empty for the application itself
 * @param zone where they are, for showing times
 */
public record Person(UUID id, UUID organisation, String name, Set<Role> roles, ZoneId zone) implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    /** The id under which the application itself acts. */
    public static final UUID SYSTEM = new UUID(0, 0);

    public Person {
        roles = Set.copyOf(roles);
    }

    /** The application acting for an organisation, in a job or while it fills in examples. */
    public static Person system(UUID organisation) {
        return new Person(SYSTEM, organisation, "Touchstone", Set.of(), ZoneId.of("UTC"));
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    public boolean isAny(Role... any) {
        return Arrays.stream(any).anyMatch(roles::contains);
    }
}
