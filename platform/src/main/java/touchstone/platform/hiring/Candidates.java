package touchstone.platform.hiring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import touchstone.platform.identity.Links;
import touchstone.platform.identity.Sessions;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Entered;
import touchstone.platform.shared.Ids;
import touchstone.platform.shared.Refusal;

/** Candidates of the organisation, as far as the person who acts may see them. */
@Service
@Transactional
public class Candidates {

    /** Candidates on one page of a search. */
    public static final int PAGE = 50;

    private static final int MOST_NAME = 200;
    private static final int MOST_EMAIL = 254;
    private static final int MOST_SOURCE = 200;
    private static final String SELECT = """
        select c.id, c.name, c.email, c.zone, c.source, c.created_at, c.erased_at is not null as erased, c.version
        from hiring.candidate c
        where c.organisation_id = :organisation and (%s)
        """;

    private final JdbcClient jdbc;
    private final Ids ids;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;
    private final Links links;
    private final Sessions sessions;

    Candidates(
            JdbcClient jdbc,
            Ids ids,
            InstantSource clock,
            ApplicationEventPublisher events,
            Links links,
            Sessions sessions) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
        this.events = events;
        this.links = links;
        this.sessions = sessions;
    }

    /**
     * One page of a search.
     *
     * @param page from 1
     * @param more whether another page follows
     */
    public record Found(List<Candidate> candidates, int page, boolean more) {
        public Found {
            candidates = List.copyOf(candidates);
        }
    }

    /**
     * Takes up a candidate.
     *
     * @param source where they came from; may be empty
     * @throws Refusal when the address is no address, or another candidate has it
     */
    public UUID add(String name, String email, ZoneId zone, String source) {
        Rights.requireStaff();
        UUID id = ids.next();
        String known = Entered.required("Name", name, MOST_NAME);
        String address = address(email);
        String from = Entered.optional("Source", source, MOST_SOURCE);
        try {
            jdbc.sql("""
                insert into hiring.candidate (id, organisation_id, name, email, zone, source, created_at)
                values (?, ?, ?, ?, ?, ?, ?)
                """)
                    .params(
                            id,
                            Acting.organisation(),
                            known,
                            address,
                            zone.getId(),
                            from,
                            clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        } catch (DuplicateKeyException taken) {
            throw Refusal.conflict("hiring.candidate.address-taken");
        }
        events.publishEvent(new CandidateEvent.CandidateAdded(id, known, address, from));
        return id;
    }

    /**
     * Puts right what is known of a candidate. With another address, the links that went to the one before stop working,
     * and whoever came by one is signed out.
     */
    public void change(UUID id, String name, String email, ZoneId zone, String source, int version) {
        Rights.requireStaff();
        Candidate before = get(id);
        if (before.erased()) {
            throw Refusal.gone("hiring.candidate.erased");
        }
        String known = Entered.required("Name", name, MOST_NAME);
        String address = address(email);
        String from = Entered.optional("Source", source, MOST_SOURCE);
        int changed;
        try {
            changed = jdbc.sql("""
                update hiring.candidate
                set name = ?, email = ?, zone = ?, source = ?, version = version + 1
                where organisation_id = ? and id = ? and version = ?
                """)
                    .params(known, address, zone.getId(), from, Acting.organisation(), id, version)
                    .update();
        } catch (DuplicateKeyException taken) {
            throw Refusal.conflict("hiring.candidate.address-taken");
        }
        if (changed == 0) {
            throw Refusal.conflict("hiring.candidate.changed");
        }
        if (!before.email().equals(address)) {
            links.withdraw(Links.Kind.CANDIDATE, Optional.of(id));
            sessions.endAll(id);
        }
        events.publishEvent(new CandidateEvent.CandidateChanged(id, known, address, from));
    }

    /** Ids of all who are not erased, by their address in lower case; for those who work on every application. */
    @Transactional(readOnly = true)
    public Map<String, UUID> byEmail() {
        Rights.requireStaff();
        Map<String, UUID> ids = new HashMap<>();
        jdbc.sql("select lower(email) as email, id from hiring.candidate where organisation_id = ? and"
                        + " erased_at is null")
                .param(Acting.organisation())
                .query(row -> {
                    ids.put(row.getString("email"), row.getObject("id", UUID.class));
                });
        return ids;
    }

    @Transactional(readOnly = true)
    public Optional<Candidate> find(UUID id) {
        return jdbc.sql(SELECT.formatted(Rights.seesCandidate()) + "and c.id = :id")
                .param("organisation", Acting.organisation())
                .param("person", Acting.person().id())
                .param("id", id)
                .query(Candidates::candidate)
                .optional();
    }

    /** @throws Refusal when there is none, or not for the person who acts */
    @Transactional(readOnly = true)
    public Candidate get(UUID id) {
        return find(id).orElseThrow(() -> Refusal.missing("hiring.candidate.missing"));
    }

    /**
     * Candidates whose name or address contains the text, by name; without a text, the newest first.
     *
     * @param page from 1
     */
    @Transactional(readOnly = true)
    public Found search(String text, int page) {
        String wanted = Entered.optional("Search", text, MOST_NAME);
        int asked = Math.clamp(page, 1, 10_000);
        String condition = wanted.isEmpty()
                ? "order by c.created_at desc, c.id"
                : "and c.search like lower(:like) order by c.name, c.id";
        List<Candidate> found = jdbc.sql(
                        SELECT.formatted(Rights.seesCandidate()) + condition + " limit :limit offset :offset")
                .param("organisation", Acting.organisation())
                .param("person", Acting.person().id())
                .param("like", "%" + wanted.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .param("limit", PAGE + 1)
                .param("offset", (asked - 1) * PAGE)
                .query(Candidates::candidate)
                .list();
        return new Found(found.subList(0, Math.min(PAGE, found.size())), asked, found.size() > PAGE);
    }

    private static String address(String email) {
        String address = Entered.required("E-mail", email, MOST_EMAIL).toLowerCase(Locale.ROOT);
        if (!address.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+|[^@\\s]+@localhost")) {
            throw Refusal.invalid("hiring.candidate.no-address");
        }
        return address;
    }

    private static Candidate candidate(ResultSet row, int number) throws SQLException {
        return new Candidate(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("email"),
                ZoneId.of(row.getString("zone")),
                row.getString("source"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("erased"),
                row.getInt("version"));
    }
}
