package touchstone.platform.hiring.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import touchstone.platform.hiring.Candidacy;
import touchstone.platform.shared.Acting;

/** Counts and cards of a board, each in one query however many there are; for those who see every application. */
@Component
final class BoardRows {

    /** Cards on one page of a column. */
    static final int PAGE = 20;

    private final JdbcClient jdbc;

    BoardRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many stand in a column, or ended there. */
    record Count(Candidacy.State state, String column, String kind, long count) {}

    /** One application in a column. */
    record Row(
            UUID id, String column, UUID plan, int version, String name, String opening, Candidacy.Progress progress) {}

    /** Where the cards of a column begin. */
    record Wanted(String column, int skip) {}

    /** By state and stage of the opening; by state and kind of stage over all openings. */
    List<Count> counts(Optional<UUID> opening) {
        String column = opening.isPresent() ? "a.stage" : "a.stage_kind";
        return jdbc.sql("select a.state, " + column
                        + " as col, a.stage_kind, count(*) as many from hiring.application a"
                        + " where a.organisation_id = :organisation " + of(opening) + " group by 1, 2, 3")
                .param("organisation", Acting.organisation())
                .param("opening", opening.orElse(null))
                .query((row, number) -> new Count(
                        Candidacy.State.valueOf(row.getString("state")),
                        row.getString("col"),
                        row.getString("stage_kind"),
                        row.getLong("many")))
                .list();
    }

    /** The cards of all columns, those that stand longest first; one more per column than a page holds. */
    List<Row> cards(Optional<UUID> opening, List<Wanted> wanted) {
        String column = opening.isPresent() ? "a.stage" : "a.stage_kind";
        return jdbc.sql("""
            select b.id, k.col, b.plan_version_id, b.version, c.name, o.title, b.stage, b.stage_since, b.applied_at
            from unnest(string_to_array(:columns, ','), cast(string_to_array(:skips, ',') as integer[])) as k (col, skip)
            cross join lateral (
              select a.* from hiring.application a
              where a.organisation_id = :organisation and a.state = 'ACTIVE' and %s = k.col %s
              order by a.stage_since, a.id limit %d offset k.skip) b
            join hiring.candidate c on c.id = b.candidate_id
            join hiring.opening o on o.id = b.opening_id
            order by b.stage_since, b.id
            """.formatted(column, of(opening), PAGE + 1))
                .param("columns", wanted.stream().map(Wanted::column).collect(Collectors.joining(",")))
                .param(
                        "skips",
                        wanted.stream().map(one -> String.valueOf(one.skip())).collect(Collectors.joining(",")))
                .param("organisation", Acting.organisation())
                .param("opening", opening.orElse(null))
                .query(BoardRows::row)
                .list();
    }

    private static String of(Optional<UUID> opening) {
        return opening.isPresent() ? "and a.opening_id = :opening" : "";
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("col"),
                row.getObject("plan_version_id", UUID.class),
                row.getInt("version"),
                row.getString("name"),
                row.getString("title"),
                new Candidacy.Progress(
                        row.getString("stage"),
                        instant(row, "stage_since"),
                        Candidacy.State.ACTIVE,
                        instant(row, "applied_at"),
                        Optional.empty()));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
