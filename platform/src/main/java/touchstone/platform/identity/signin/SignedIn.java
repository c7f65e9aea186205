package touchstone.platform.identity.signin;

import java.io.Serializable;
import java.security.Principal;
import java.util.UUID;
import touchstone.platform.identity.Account;

/** What a session remembers: who, not what they may do, so that a changed role counts at once. */
public record SignedIn(UUID id, UUID organisation, Kind kind) implements Principal, Serializable {

    private static final long serialVersionUID = 1L;

    /** Somebody of the organisation. */
    public static SignedIn account(Account account) {
        return new SignedIn(account.id(), account.organisation(), Kind.ACCOUNT);
    }

    /** How the person is known. */
    public enum Kind {
        ACCOUNT,
        CANDIDATE
    }

    @Override
    public String getName() {
        return id.toString();
    }
}
