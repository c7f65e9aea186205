package touchstone.platform.identity.signin;

import java.io.Serializable;
import java.security.Principal;
import java.util.UUID;

/** What a session remembers: who, not what they may do, so that a changed role counts at once. */
public record SignedIn(UUID id, UUID organisation, Kind kind) implements Principal, Serializable {

    private static final long serialVersionUID = 1L;

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
