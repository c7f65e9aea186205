package touchstone.platform.hiring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import touchstone.catalogue.content.Level;
import touchstone.platform.catalogue.CurrentCatalogue;
import touchstone.platform.identity.Account;
import touchstone.platform.identity.Accounts;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Entered;
import touchstone.platform.shared.Ids;
import touchstone.platform.shared.Refusal;

/** Positions of the organisation that are being filled, or were. */
@Service
@Transactional
public class Openings {

    private static final int MOST_TITLE = 200;
    private static final String SELECT = """
        select id, title, team, role, level, hiring_manager, state, created_at, version
        from hiring.opening where organisation_id = :organisation
        """;

    private final JdbcClient jdbc;
    private final Ids ids;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;
    private final Accounts accounts;
    private final CurrentCatalogue catalogue;

    Openings(
            JdbcClient jdbc,
            Ids ids,
            InstantSource clock,
            ApplicationEventPublisher events,
            Accounts accounts,
            CurrentCatalogue catalogue) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
        this.events = events;
        this.accounts = accounts;
        this.catalogue = catalogue;
    }

    /** A new opening without a plan; it takes applications once a plan is published. */
    public UUID create(String title, String team, String role, Level level, UUID hiringManager) {
        Rights.requireStaff();
        if (catalogue.get().role(role).isEmpty()) {
            throw Refusal.invalid("hiring.opening.no-role");
        }
        if (accounts.find(hiringManager).filter(Account::active).isEmpty()) {
            throw Refusal.invalid("hiring.opening.no-manager");
        }
        UUID id = ids.next();
        String name = Entered.required("Title", title, MOST_TITLE);
        jdbc.sql("""
            insert into hiring.opening
              (id, organisation_id, title, team, role, level, hiring_manager, state, created_at)
            values (?, ?, ?, ?, ?, ?, ?, 'DRAFT', ?)
            """)
                .params(
                        id,
                        Acting.organisation(),
                        name,
                        Entered.optional("Team", team, MOST_TITLE),
                        role,
                        level.id(),
                        hiringManager,
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        events.publishEvent(new OpeningEvent.OpeningCreated(id, name, role, level, hiringManager));
        return id;
    }

    /** @throws Refusal when there is none, or it is not for the person who acts */
    @Transactional(readOnly = true)
    public Opening get(UUID opening) {
        return jdbc.sql(SELECT + " and id = :id")
                .param("organisation", Acting.organisation())
                .param("id", opening)
                .query(Openings::opening)
                .optional()
                .orElseThrow(() -> Refusal.missing("hiring.opening.missing"));
    }

    /** All of them, the newest first. */
    @Transactional(readOnly = true)
    public List<Opening> all() {
        return jdbc.sql(SELECT + " order by created_at desc, id")
                .param("organisation", Acting.organisation())
                .query(Openings::opening)
                .list();
    }

    /** How many applications are under way, by opening; an opening without any is left out. */
    @Transactional(readOnly = true)
    public Map<UUID, Integer> activeApplications() {
        Rights.requireStaff();
        Map<UUID, Integer> counts = new HashMap<>();
        jdbc.sql("""
            select opening_id, count(*) from hiring.application
            where organisation_id = ? and state = 'ACTIVE' group by opening_id
            """).param(Acting.organisation()).query(row -> {
            counts.put(row.getObject(1, UUID.class), row.getInt(2));
        });
        return counts;
    }

    /**
     * How many applications stand where.
     *
     * @param active by id of the stage
     * @param ended by how they ended
     */
    public record Pipeline(Map<String, Integer> active, Map<Candidacy.State, Integer> ended) {
        public Pipeline {
            active = Map.copyOf(active);
            ended = Map.copyOf(ended);
        }
    }

    /** The applications of an opening, counted. */
    @Transactional(readOnly = true)
    public Pipeline pipeline(UUID opening) {
        Rights.requireStaff();
        Map<String, Integer> active = new HashMap<>();
        Map<Candidacy.State, Integer> ended = new EnumMap<>(Candidacy.State.class);
        jdbc.sql("""
            select state, stage, count(*) from hiring.application
            where organisation_id = ? and opening_id = ? group by state, stage
            """).params(Acting.organisation(), opening).query(row -> {
            Candidacy.State state = Candidacy.State.valueOf(row.getString(1));
            if (state == Candidacy.State.ACTIVE) {
                active.put(row.getString(2), row.getInt(3));
            } else {
                ended.merge(state, row.getInt(3), Integer::sum);
            }
        });
        return new Pipeline(active, ended);
    }

    /** Takes no more applications; those under way go on. */
    public void close(UUID opening, int version) {
        Rights.requireStaff();
        int changed =
                jdbc.sql("""
                    update hiring.opening set state = 'CLOSED', version = version + 1
                    where organisation_id = ? and id = ? and version = ? and state <> 'CLOSED'
                    """).params(Acting.organisation(), opening, version).update();
        if (changed == 0) {
            throw Refusal.conflict("hiring.opening.changed");
        }
        events.publishEvent(new OpeningEvent.OpeningClosed(opening));
    }

    private static Opening opening(ResultSet row, int number) throws SQLException {
        return new Opening(
                row.getObject("id", UUID.class),
                row.getString("title"),
                row.getString("team"),
                row.getString("role"),
                Level.of(row.getString("level")),
                new Opening.Standing(
                        row.getObject("hiring_manager", UUID.class),
                        Opening.State.valueOf(row.getString("state")),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()),
                row.getInt("version"));
    }
}
