package touchstone.platform.hiring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import touchstone.platform.shared.Acting;

/** Reads applications that the person who acts may see. */
@Component
final class ApplicationRows {

    private final JdbcClient jdbc;
    private final PlanVersions plans;

    ApplicationRows(JdbcClient jdbc, PlanVersions plans) {
        this.jdbc = jdbc;
        this.plans = plans;
    }

    private record Row(
            UUID id,
            UUID plan,
            Candidacy.Subject candidate,
            Candidacy.Position opening,
            Candidacy.Progress progress,
            int version) {}

    Optional<Candidacy> find(UUID application) {
        return select("and a.id = :id", Map.of("id", application)).stream().findFirst();
    }

    /** Those that fit the condition, each with its plan: two queries, however many there are. */
    List<Candidacy> select(String condition, Map<String, ?> parameters) {
        List<Row> rows = jdbc.sql("""
            select a.id, a.plan_version_id, a.stage, a.stage_since, a.state, a.applied_at, a.closed_at, a.version,
                   c.id as candidate, c.name, c.email, c.zone, o.id as opening, o.title, o.team, o.hiring_manager
            from hiring.application a
            join hiring.candidate c on c.id = a.candidate_id
            join hiring.opening o on o.id = a.opening_id
            where a.organisation_id = :organisation and (
            """ + Rights.seesApplication() + ") " + condition)
                .param("organisation", Acting.organisation())
                .param("person", Acting.person().id())
                .params(parameters)
                .query(ApplicationRows::row)
                .list();
        Map<UUID, FrozenPlan> known =
                plans.plans(rows.stream().map(Row::plan).distinct().toList());
        return rows.stream().map(row -> candidacy(row, known)).toList();
    }

    List<Candidacy.Position> positions(boolean closedToo) {
        return jdbc.sql("""
            select o.id as opening, o.title, o.team, o.hiring_manager from hiring.opening o
            where o.organisation_id = :organisation and (o.state <> 'CLOSED' or :closed)
              and exists (select from hiring.plan_version v where v.opening_id = o.id)
            order by o.title, o.team, o.id
            """)
                .param("organisation", Acting.organisation())
                .param("closed", closedToo)
                .query((row, number) -> position(row))
                .list();
    }

    List<Candidacy.Step> steps(UUID application) {
        return jdbc.sql("""
            select number, from_stage, to_stage, ended, reason, moved_at, moved_by
            from hiring.stage_move
            where organisation_id = ? and application_id = ?
            order by number
            """)
                .params(Acting.organisation(), application)
                .query((row, number) -> new Candidacy.Step(
                        row.getInt("number"),
                        Optional.ofNullable(row.getString("from_stage")),
                        row.getString("to_stage"),
                        Optional.ofNullable(row.getString("ended")).map(Candidacy.State::valueOf),
                        row.getString("reason"),
                        instant(row, "moved_at"),
                        row.getObject("moved_by", UUID.class)))
                .list();
    }

    private static Candidacy candidacy(Row row, Map<UUID, FrozenPlan> known) {
        FrozenPlan plan = known.get(row.plan());
        if (plan == null) {
            throw new IllegalStateException("application " + row.id() + " has no plan");
        }
        return new Candidacy(row.id(), row.candidate(), row.opening(), plan, row.progress(), row.version());
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getObject("plan_version_id", UUID.class),
                new Candidacy.Subject(
                        row.getObject("candidate", UUID.class),
                        row.getString("name"),
                        row.getString("email"),
                        ZoneId.of(row.getString("zone"))),
                position(row),
                new Candidacy.Progress(
                        row.getString("stage"),
                        instant(row, "stage_since"),
                        Candidacy.State.valueOf(row.getString("state")),
                        instant(row, "applied_at"),
                        Optional.ofNullable(row.getObject("closed_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)),
                row.getInt("version"));
    }

    private static Candidacy.Position position(ResultSet row) throws SQLException {
        return new Candidacy.Position(
                row.getObject("opening", UUID.class),
                row.getString("title"),
                row.getString("team"),
                row.getObject("hiring_manager", UUID.class));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
