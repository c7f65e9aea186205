package touchstone.platform.hiring;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Person;
import touchstone.platform.shared.Refusal;
import touchstone.platform.shared.Role;

/** Erases a candidate's personal data; that somebody applied and how it went on stays, without saying who. */
@Service
@Transactional
public class Erasure {

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;
    private final Candidates candidates;
    private final Applications applications;
    private final CandidateLinks links;

    Erasure(
            JdbcClient jdbc,
            InstantSource clock,
            ApplicationEventPublisher events,
            Candidates candidates,
            Applications applications,
            CandidateLinks links) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
        this.candidates = candidates;
        this.applications = applications;
        this.links = links;
    }

    /**
     * Ends what still goes on, then blanks name, address, source and every word that was written about the person here.
     * Other modules erase theirs when they hear of it, in the same transaction. It cannot be undone.
     */
    public void erase(UUID candidate) {
        if (!Acting.person().is(Role.ADMINISTRATOR) && !Acting.person().id().equals(Person.SYSTEM)) {
            throw Refusal.forbidden("hiring.candidate.not-yours-to-erase");
        }
        if (candidates.get(candidate).erased()) {
            throw Refusal.gone("hiring.candidate.erased");
        }
        withdrawAll(candidate);
        links.end(candidate);
        UUID organisation = Acting.organisation();
        jdbc.sql("""
            update hiring.candidate
            set name = 'Erased candidate', email = id || '@erased.invalid', zone = 'UTC', source = '', erased_at = ?,
                version = version + 1
            where organisation_id = ? and id = ?
            """)
                .params(clock.instant().atOffset(ZoneOffset.UTC), organisation, candidate)
                .update();
        jdbc.sql("""
            update hiring.take_home t set place = '', note = '', version = t.version + 1
            from hiring.application a
            where t.organisation_id = ? and a.id = t.application_id and a.candidate_id = ?
            """).params(organisation, candidate).update();
        jdbc.sql("""
            update hiring.stage_move m set reason = ''
            from hiring.application a
            where m.organisation_id = ? and a.id = m.application_id and a.candidate_id = ?
            """).params(organisation, candidate).update();
        events.publishEvent(new CandidateEvent.CandidateErased(candidate));
    }

    private void withdrawAll(UUID candidate) {
        Applications.Filter active =
                new Applications.Filter(Optional.empty(), Optional.of(candidate), Set.of(Candidacy.State.ACTIVE), 1);
        for (Candidacy candidacy : applications.all(active)) {
            applications.close(candidacy.id(), Candidacy.State.WITHDRAWN, "Erased", candidacy.version());
        }
    }
}
