package touchstone.platform.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Service;
import touchstone.platform.identity.signin.SessionStart;
import touchstone.platform.identity.signin.SignedIn;

/** Signs a candidate in who came by a link; who the candidate is says a {@link PersonSource}. */
@Service
public class CandidateSignIn {

    private final SessionStart start;

    CandidateSignIn(SessionStart start) {
        this.start = start;
    }

    /** Ends whatever session this browser had and begins the candidate's. */
    public void signIn(HttpServletRequest request, HttpServletResponse response, UUID candidate, UUID organisation) {
        start.begin(request, response, new SignedIn(candidate, organisation, SignedIn.Kind.CANDIDATE), "link");
    }
}
