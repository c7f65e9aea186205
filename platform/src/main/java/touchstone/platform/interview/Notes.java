package touchstone.platform.interview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Entered;
import touchstone.platform.shared.Ids;
import touchstone.platform.shared.Refusal;

/** The notes that the person who acts took in interviews in which they have a seat. Nobody else ever reads them. */
@Service
@Transactional
public class Notes {

    /** Longest note, in characters. */
    public static final int MOST_TEXT = 4000;

    private static final int MOST_NOTES = 500;

    private final JdbcClient jdbc;
    private final Ids ids;
    private final InstantSource clock;
    private final Room room;

    Notes(JdbcClient jdbc, Ids ids, InstantSource clock, Room room) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
        this.room = room;
    }

    /** Keeps a note with the time of now. */
    public UUID add(UUID interview, String text, Note.Context context) {
        return add(interview, ids.next(), text, context, Optional.empty());
    }

    /**
     * Keeps a note under an id that the page chose, so that sending it again after a lost answer keeps it once.
     *
     * @param at when it was written, for a page that had lost its line; believed for a day back and never ahead of now
     * @return the same id
     * @throws Refusal when the interview is not one's own, the text is empty or too long, or there are too many notes
     */
    public UUID add(UUID interview, UUID id, String text, Note.Context context, Optional<Instant> at) {
        Interview entered = room.enter(interview).open().interview();
        String words = Entered.required("Note", text, MOST_TEXT);
        checkQuestion(context.question());
        context.competency().ifPresent(competency -> requireOfStage(entered, competency));
        if (count(interview) >= MOST_NOTES) {
            throw Refusal.invalid("interview.note.too-many", MOST_NOTES);
        }
        int added = jdbc.sql("""
            insert into interview.note
              (id, organisation_id, interview_id, author, at, question, slot, competency, text)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing
            """)
                .params(id, Acting.organisation(), interview, Acting.person().id())
                .param(Room.when(at, clock.instant()).atOffset(ZoneOffset.UTC))
                .param(context.question().orElse(null))
                .param(context.slot().map(Note.Slot::name).orElse(null))
                .param(context.competency().orElse(null))
                .param(words)
                .update();
        if (added == 0 && !own(id).interview().equals(interview)) {
            throw missing();
        }
        return id;
    }

    /**
     * Changes the words of a note; its time stays.
     *
     * @return the new version
     * @throws Refusal when it was changed in between, elsewhere by oneself, to other words
     */
    public int edit(UUID note, String text, int version) {
        String words = Entered.required("Note", text, MOST_TEXT);
        Note stored = own(note);
        if (stored.text().equals(words)) {
            return stored.version();
        }
        int changed = jdbc.sql("""
            update interview.note set text = ?, version = version + 1
            where organisation_id = ? and id = ? and author = ? and version = ?
            """)
                .params(words, Acting.organisation(), note, Acting.person().id(), version)
                .update();
        if (changed == 0) {
            throw Refusal.conflict("interview.note.changed");
        }
        return version + 1;
    }

    /** Marks a note as evidence for a competency of the stage, or takes the mark away. */
    public void mark(UUID note, Optional<String> competency) {
        Note stored = own(note);
        Interview entered = room.enter(stored.interview()).interview();
        competency.ifPresent(one -> requireOfStage(entered, one));
        jdbc.sql("update interview.note set competency = ? where organisation_id = ? and id = ? and author = ?")
                .param(competency.orElse(null))
                .params(Acting.organisation(), note, Acting.person().id())
                .update();
    }

    /** Takes a note away; what a scorecard cited of it stays there. One that is gone already stays gone. */
    public void remove(UUID interview, UUID note) {
        room.enter(interview);
        jdbc.sql("delete from interview.note where organisation_id = ? and interview_id = ? and id = ? and author = ?")
                .params(Acting.organisation(), interview, note, Acting.person().id())
                .update();
    }

    /** One's own notes of an interview, by their time. */
    @Transactional(readOnly = true)
    public List<Note> mine(UUID interview) {
        room.enter(interview);
        return jdbc.sql("""
            select id, interview_id, at, text, question, slot, competency, version from interview.note
            where organisation_id = ? and interview_id = ? and author = ? order by at, id
            """)
                .params(Acting.organisation(), interview, Acting.person().id())
                .query(Notes::note)
                .list();
    }

    private Note own(UUID note) {
        return jdbc.sql("""
            select id, interview_id, at, text, question, slot, competency, version from interview.note
            where organisation_id = ? and id = ? and author = ?
            """)
                .params(Acting.organisation(), note, Acting.person().id())
                .query(Notes::note)
                .optional()
                .orElseThrow(Notes::missing);
    }

    private int count(UUID interview) {
        return jdbc.sql("select count(*) from interview.note where organisation_id = ? and interview_id = ? and author"
                        + " = ?")
                .params(Acting.organisation(), interview, Acting.person().id())
                .query((row, number) -> row.getInt(1))
                .single();
    }

    private void requireOfStage(Interview interview, String competency) {
        if (!room.stage(interview).competencies().contains(competency)) {
            throw Refusal.invalid("interview.competency.not-of-stage");
        }
    }

    private static void checkQuestion(Optional<String> question) {
        question.ifPresent(id -> Entered.required("Question", id, 200));
    }

    private static Refusal missing() {
        return Refusal.missing("interview.note.missing");
    }

    private static Note note(ResultSet row, int number) throws SQLException {
        return new Note(
                row.getObject("id", UUID.class),
                row.getObject("interview_id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("text"),
                new Note.Context(
                        Optional.ofNullable(row.getString("question")),
                        Optional.ofNullable(row.getString("slot")).map(Note.Slot::valueOf),
                        Optional.ofNullable(row.getString("competency"))),
                row.getInt("version"));
    }
}
