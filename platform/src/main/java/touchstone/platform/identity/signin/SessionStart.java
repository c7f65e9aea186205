package touchstone.platform.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import touchstone.platform.identity.PersonSignedIn;
import touchstone.platform.identity.Sessions;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Person;

/** Begins sessions of people who were recognised, by whatever way. */
@Component
public class SessionStart {

    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final Persons persons;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;

    SessionStart(Persons persons, TransactionTemplate transactions, ApplicationEventPublisher events) {
        this.persons = persons;
        this.transactions = transactions;
        this.events = events;
    }

    /**
     * Signs somebody in who came by a link. The session that this browser had ends with all that it held.
     *
     * @param way how they were recognised, for the log
     */
    public void begin(HttpServletRequest request, HttpServletResponse response, SignedIn who, String way) {
        HttpSession old = request.getSession(false);
        if (old != null) {
            old.invalidate();
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(who, null, List.of()));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        began(request, who, way);
    }

    /** Notes a session that has just begun. */
    void began(HttpServletRequest request, SignedIn who, String way) {
        request.getSession().setAttribute(Sessions.BROWSER, Browser.of(request.getHeader("User-Agent")));
        Person person = persons.of(who).orElseGet(() -> Person.system(who.organisation()));
        Acting.run(
                person,
                () -> transactions.executeWithoutResult(
                        status -> events.publishEvent(new PersonSignedIn(who.id(), way))));
    }
}
