package touchstone.platform.interview;

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
import touchstone.platform.shared.Refusal;

/** What the person who acts ticked in interviews in which they have a seat. */
@Service
@Transactional
public class Ticks {

    private static final int MOST_TICKS = 1000;
    private static final int MOST_ID = 200;

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final Room room;

    Ticks(JdbcClient jdbc, InstantSource clock, Room room) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.room = room;
    }

    /** Ticks something now. Doing it again keeps the first time. */
    public void put(UUID interview, String question, Tick.Kind kind, String item) {
        put(interview, question, kind, item, Optional.empty());
    }

    /**
     * Ticks something. Doing it again keeps the first time.
     *
     * @param at when it was done, for a page that had lost its line; believed for a day back and never ahead of now
     */
    public void put(UUID interview, String question, Tick.Kind kind, String item, Optional<Instant> at) {
        room.enter(interview).open();
        String of = Entered.optional("Question", question, MOST_ID);
        String which = Entered.required("Item", item, MOST_ID);
        if (mine(interview).size() >= MOST_TICKS) {
            throw Refusal.invalid("interview.tick.too-many", MOST_TICKS);
        }
        jdbc.sql("""
            insert into interview.tick (organisation_id, interview_id, author, question, kind, item, at)
            values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
            """)
                .params(Acting.organisation(), interview, Acting.person().id(), of, kind.name(), which)
                .param(Room.when(at, clock.instant()).atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Takes a tick away; what was not ticked stays so. */
    public void remove(UUID interview, String question, Tick.Kind kind, String item) {
        room.enter(interview).open();
        String of = Entered.optional("Question", question, MOST_ID);
        String which = Entered.required("Item", item, MOST_ID);
        jdbc.sql("""
            delete from interview.tick
            where organisation_id = ? and interview_id = ? and author = ? and question = ? and kind = ? and item = ?
            """)
                .params(Acting.organisation(), interview, Acting.person().id(), of, kind.name())
                .param(which)
                .update();
    }

    /** One's own ticks of an interview, by their time. */
    @Transactional(readOnly = true)
    public List<Tick> mine(UUID interview) {
        room.enter(interview);
        return jdbc.sql("""
            select question, kind, item, at from interview.tick
            where organisation_id = ? and interview_id = ? and author = ? order by at, question, kind, item
            """)
                .params(Acting.organisation(), interview, Acting.person().id())
                .query((row, number) -> new Tick(
                        row.getString("question"),
                        Tick.Kind.valueOf(row.getString("kind")),
                        row.getString("item"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
