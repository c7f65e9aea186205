package touchstone.platform.hiring;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import touchstone.platform.identity.Links;
import touchstone.platform.identity.Sessions;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Notice;
import touchstone.platform.shared.Person;
import touchstone.platform.shared.Refusal;
import touchstone.platform.shared.Role;

/**
 * Links by which candidates come to their own page. Nobody but the candidate gets to see them, except where a person
 * passes messages on by hand.
 */
@Service
@Transactional
public class CandidateLinks {

    /** How long a link lets its candidate in. */
    public static final Duration VALIDITY = Duration.ofDays(30);

    private final Links links;
    private final Sessions sessions;
    private final Candidates candidates;
    private final ApplicationEventPublisher events;

    CandidateLinks(Links links, Sessions sessions, Candidates candidates, ApplicationEventPublisher events) {
        this.links = links;
        this.sessions = sessions;
        this.candidates = candidates;
        this.events = events;
    }

    /** Sends the candidate a new link; those that they had stop working, and whoever came by one is signed out. */
    public void renew(UUID candidate) {
        Rights.requireStaff();
        Candidate known = candidates.get(candidate);
        if (known.erased()) {
            throw Refusal.gone("hiring.candidate.erased");
        }
        end(candidate);
        events.publishEvent(new Notice(
                known.email(),
                known.name(),
                "hiring.candidate.link",
                List.of(VALIDITY.toDays()),
                Optional.of(path(candidate)),
                Optional.empty(),
                Optional.of(candidate)));
    }

    /** Makes a link beside those that the candidate has. Its path goes into an e-mail to the candidate, nowhere else. */
    String path(UUID candidate) {
        return "/c/" + links.issue(Links.Kind.CANDIDATE, Optional.of(candidate), VALIDITY);
    }

    /** Ends every link and session of the candidate. */
    void end(UUID candidate) {
        links.withdraw(Links.Kind.CANDIDATE, Optional.of(candidate));
        sessions.endAll(candidate);
    }

    /**
     * Who came by a link. It may be looked at and used again until it expires.
     *
     * @throws Refusal when nobody made it, it has expired, or the candidate's data were erased
     */
    @Transactional(readOnly = true)
    public Links.Opened look(String token) {
        return links.look(Links.Kind.CANDIDATE, token);
    }

    /** The candidate behind a link that was looked at; in a transaction of the link's organisation, whoever acts. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Person person(Links.Opened opened) {
        Person system = Person.system(opened.organisation());
        Candidate candidate = Acting.as(system, () -> candidates.find(opened.subject()))
                .filter(known -> !known.erased())
                .orElseThrow(() -> Refusal.gone("hiring.candidate.erased"));
        return new Person(
                candidate.id(), opened.organisation(), candidate.name(), Set.of(Role.CANDIDATE), candidate.zone());
    }
}
