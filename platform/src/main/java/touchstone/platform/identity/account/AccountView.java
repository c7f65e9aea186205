package touchstone.platform.identity.account;

import java.util.List;
import touchstone.platform.identity.Account;
import touchstone.platform.identity.Sessions;

/** One's own account and where one is signed in. */
public record AccountView(Account account, List<Sessions.One> sessions) {}
