package touchstone.platform.identity.people;

import java.util.List;
import touchstone.platform.identity.Account;

/**
 * Everybody of the organisation.
 *
 * @param zone of the person who looks, proposed for those whom they invite
 */
public record PeopleView(List<One> people, String zone) {

    /** Whether somebody can sign in. */
    public enum State {
        /** Has not chosen a password yet. */
        INVITED,
        ACTIVE,
        INACTIVE
    }

    /** Somebody in the list. */
    public record One(Account account, State state) {}
}
