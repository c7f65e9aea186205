package touchstone.platform.identity.people;

import touchstone.platform.identity.Account;

/**
 * Somebody, to be changed.
 *
 * @param self whether it is the person who looks
 */
public record PersonView(Account account, PeopleView.State state, boolean self) {}
