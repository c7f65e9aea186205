package touchstone.platform.interview;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import touchstone.platform.shared.Acting;

/**
 * Every rating of the organisation that counts, for those who measure how the interviewing works. It leaves out what is
 * hidden from the person who acts because they still owe a scorecard of the same application; for the rest, whoever shows
 * an entry has to know that its application's ratings are open.
 */
@Service
@Transactional(readOnly = true)
public class RatingLog {

    private final JdbcClient jdbc;
    private final OwedScorecards owed;

    RatingLog(JdbcClient jdbc, OwedScorecards owed) {
        this.jdbc = jdbc;
        this.owed = owed;
    }

    /**
     * One rating of a scorecard's newest revision.
     *
     * @param stage id of the stage of the application's plan
     * @param questions ids of the questions of which a note was kept in that interview
     * @param value 1 to 5
     */
    public record Entry(
            UUID application,
            UUID interview,
            UUID interviewer,
            String stage,
            String competency,
            int value,
            Instant submittedAt,
            Set<String> questions) {
        public Entry {
            questions = Set.copyOf(questions);
        }
    }

    /**
     * Those that the person who acts may count, in the order in which they were submitted. Shadows' scorecards and
     * cancelled interviews are left out, and so is every application of which the person still has a scorecard to submit.
     */
    public List<Entry> counted() {
        Set<UUID> hidden = owed.applications();
        return jdbc
                .sql("""
                    select i.application_id, i.id as interview_id, c.author, i.stage, x.competency, x.value, r.submitted_at,
                           array(select distinct n.question from interview.note n
                                 where n.interview_id = i.id and n.author = c.author and n.question is not null) as questions
                    from interview.scorecard c
                    join interview.scorecard_revision r on r.scorecard_id = c.id and r.revision = c.submitted_revision
                    join interview.interview i on i.id = c.interview_id
                    join interview.seat s on s.interview_id = i.id and s.account_id = c.author
                    cross join lateral jsonb_to_recordset(r.content->'ratings') as x(kind text, competency text, value integer)
                    where c.organisation_id = :organisation and i.state <> 'CANCELLED' and s.capacity <> 'SHADOW'
                      and x.kind = 'rated'
                    order by r.submitted_at, c.id, x.competency
                    """)
                .param("organisation", Acting.organisation())
                .query((row, number) -> new Entry(
                        row.getObject("application_id", UUID.class),
                        row.getObject("interview_id", UUID.class),
                        row.getObject("author", UUID.class),
                        row.getString("stage"),
                        row.getString("competency"),
                        row.getInt("value"),
                        row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
                        Set.of((String[]) row.getArray("questions").getArray())))
                .list()
                .stream()
                .filter(entry -> !hidden.contains(entry.application()))
                .toList();
    }
}
