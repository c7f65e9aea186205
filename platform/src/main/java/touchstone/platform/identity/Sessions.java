package touchstone.platform.identity;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import touchstone.platform.shared.Refusal;

/** Where a person is signed in, and how that is ended. */
@Service
@Transactional
public class Sessions {

    /** Attribute of a session: the family of the browser that signed in. */
    public static final String BROWSER = "touchstone.browser";

    private static final int HANDLE = 24;

    /**
     * One browser that is signed in.
     *
     * @param handle names the session without giving its secret id away
     * @param here whether it is the session that asks
     */
    public record One(String handle, String browser, Instant began, Instant lastSeen, boolean here) {}

    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final ApplicationEventPublisher events;

    Sessions(FindByIndexNameSessionRepository<? extends Session> sessions, ApplicationEventPublisher events) {
        this.sessions = sessions;
        this.events = events;
    }

    /**
     * The sessions of a person, the one last seen first.
     *
     * @param here id of the session that asks
     */
    public List<One> of(UUID person, String here) {
        return found(person).values().stream()
                .map(session -> one(session, here))
                .sorted(Comparator.comparing(One::lastSeen).reversed())
                .toList();
    }

    /**
     * Ends one session of the person.
     *
     * @throws Refusal when it has ended already, or is not theirs
     */
    public void end(UUID person, String handle) {
        if (end(person, id -> handle(id).equals(handle)) == 0) {
            throw Refusal.missing("identity.session.missing");
        }
    }

    /** Ends the sessions of the person, but not the one that asks. */
    public int endOthers(UUID person, String here) {
        return end(person, id -> !id.equals(here));
    }

    /** Ends all sessions of the person. */
    public int endAll(UUID person) {
        return end(person, id -> true);
    }

    private int end(UUID person, Predicate<String> which) {
        List<String> ids = found(person).keySet().stream().filter(which).toList();
        ids.forEach(sessions::deleteById);
        if (!ids.isEmpty()) {
            events.publishEvent(new SessionsEnded(person, ids.size()));
        }
        return ids.size();
    }

    private Map<String, ? extends Session> found(UUID person) {
        return sessions.findByPrincipalName(person.toString());
    }

    private static One one(Session session, String here) {
        Optional<String> browser = Optional.ofNullable(session.getAttribute(BROWSER));
        return new One(
                handle(session.getId()),
                browser.orElse("?"),
                session.getCreationTime(),
                session.getLastAccessedTime(),
                session.getId().equals(here));
    }

    private static String handle(String id) {
        return HexFormat.of()
                .formatHex(Digests.sha256(id.getBytes(StandardCharsets.UTF_8)))
                .substring(0, HANDLE);
    }
}
