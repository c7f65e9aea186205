package touchstone.platform.hiring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import touchstone.catalogue.content.Level;
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

    Openings(JdbcClient jdbc, Ids ids, InstantSource clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
        this.events = events;
    }

    /** A new opening without a plan; it takes applications once a plan is published. */
    public UUID create(String title, String team, String role, Level level, UUID hiringManager) {
        Rights.requireStaff();
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
