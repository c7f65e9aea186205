package touchstone.platform.interview;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Ids;

/** Reads and writes scorecards, whoever asks. */
@Component
final class ScorecardRows {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Ids ids;

    ScorecardRows(JdbcClient jdbc, JsonMapper json, Ids ids) {
        this.jdbc = jdbc;
        this.json = json;
        this.ids = ids;
    }

    /**
     * One person's scorecard of one interview.
     *
     * @param version of the draft, 0 before the first save
     * @param revision number of the newest submitted one
     */
    record Sheet(UUID id, UUID interview, Optional<ScorecardContent> draft, int version, Optional<Integer> revision) {}

    /** A submitted revision as it is stored. */
    record Submitted(
            UUID scorecard, UUID interview, UUID author, ScorecardContent content, Scorecard.Revision revision) {}

    /** The person's own sheet; nobody changes it until the transaction ends. It is made when there is none. */
    Sheet lock(UUID interview) {
        jdbc.sql("""
            insert into interview.scorecard (id, organisation_id, interview_id, author) values (?, ?, ?, ?)
            on conflict (interview_id, author) do nothing
            """)
                .params(
                        ids.next(),
                        Acting.organisation(),
                        interview,
                        Acting.person().id())
                .update();
        return sheet("interview_id = ? and author = ? for update", interview).orElseThrow();
    }

    /** The person's own sheet of that id; nobody changes it until the transaction ends. */
    Optional<Sheet> lockById(UUID scorecard) {
        return sheet("id = ? and author = ? for update", scorecard);
    }

    Optional<Sheet> find(UUID interview) {
        return sheet("interview_id = ? and author = ?", interview);
    }

    private Optional<Sheet> sheet(String condition, UUID key) {
        return jdbc.sql("""
            select id, interview_id, draft, draft_version, submitted_revision from interview.scorecard
            where organisation_id = ? and
            """ + condition)
                .params(Acting.organisation(), key, Acting.person().id())
                .query((row, number) -> new Sheet(
                        row.getObject("id", UUID.class),
                        row.getObject("interview_id", UUID.class),
                        Optional.ofNullable(row.getString("draft")).map(this::content),
                        row.getInt("draft_version"),
                        Optional.ofNullable(row.getObject("submitted_revision", Integer.class))))
                .optional();
    }

    /** Ids of the person's own notes of the interview. */
    Set<UUID> ownNotes(UUID interview) {
        return new HashSet<>(jdbc.sql(
                        "select id from interview.note where organisation_id = ? and interview_id = ? and author = ?")
                .params(Acting.organisation(), interview, Acting.person().id())
                .query((row, number) -> requireNonNull(row.getObject("id", UUID.class)))
                .list());
    }

    void putDraft(Sheet sheet, ScorecardContent content, Instant now) {
        jdbc.sql("""
            update interview.scorecard set draft = cast(? as jsonb), draft_version = draft_version + 1, draft_at = ?
            where organisation_id = ? and id = ?
            """)
                .params(json.writeValueAsString(content), now.atOffset(ZoneOffset.UTC))
                .params(Acting.organisation(), sheet.id())
                .update();
    }

    void putRevision(Sheet sheet, ScorecardContent content, Scorecard.Revision revision) {
        jdbc.sql("""
            insert into interview.scorecard_revision
              (scorecard_id, organisation_id, revision, content, reason, submitted_at)
            values (?, ?, ?, cast(? as jsonb), ?, ?)
            """)
                .params(sheet.id(), Acting.organisation(), revision.number(), json.writeValueAsString(content))
                .params(revision.reason(), revision.submittedAt().atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("update interview.scorecard set submitted_revision = ? where organisation_id = ? and id = ?")
                .params(revision.number(), Acting.organisation(), sheet.id())
                .update();
    }

    /** The newest revisions that were submitted until then, of all scorecards of an application. */
    List<Submitted> ofApplication(UUID application, Instant until) {
        return jdbc.sql("""
            select distinct on (r.scorecard_id) r.scorecard_id, c.interview_id, c.author, r.revision, r.content,
                   r.reason, r.submitted_at
            from interview.interview i
            join interview.scorecard c on c.interview_id = i.id
            join interview.scorecard_revision r on r.scorecard_id = c.id
            where i.organisation_id = ? and i.application_id = ? and r.submitted_at <= ?
            order by r.scorecard_id, r.revision desc
            """)
                .params(Acting.organisation(), application, until.atOffset(ZoneOffset.UTC))
                .query(this::submitted)
                .list();
    }

    /** All revisions of a scorecard, the first one first. */
    List<Submitted> revisions(UUID scorecard) {
        return jdbc.sql("""
            select r.scorecard_id, c.interview_id, c.author, r.revision, r.content, r.reason, r.submitted_at
            from interview.scorecard c join interview.scorecard_revision r on r.scorecard_id = c.id
            where c.organisation_id = ? and c.id = ? order by r.revision
            """)
                .params(Acting.organisation(), scorecard)
                .query(this::submitted)
                .list();
    }

    private Submitted submitted(ResultSet row, int number) throws SQLException {
        return new Submitted(
                row.getObject("scorecard_id", UUID.class),
                row.getObject("interview_id", UUID.class),
                row.getObject("author", UUID.class),
                content(row.getString("content")),
                new Scorecard.Revision(
                        row.getInt("revision"),
                        row.getString("reason"),
                        row.getObject("submitted_at", OffsetDateTime.class).toInstant()));
    }

    private ScorecardContent content(String stored) {
        return json.readValue(stored, ScorecardContent.class);
    }
}
