package touchstone.platform.debrief;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import touchstone.catalogue.content.Level;
import touchstone.platform.hiring.Candidacy;
import touchstone.platform.identity.Accounts;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Entered;
import touchstone.platform.shared.Ids;
import touchstone.platform.shared.Refusal;

/** What the people of a debrief say, those whom the decision did not follow included. Nothing said is ever changed. */
@Service
@Transactional
public class Opinions {

    private static final int MOST = 4000;

    private record Row(UUID id, UUID author, boolean hire, Level level, String text, Instant at) {}

    private final JdbcClient jdbc;
    private final Ids ids;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;
    private final Round round;
    private final Accounts accounts;

    Opinions(
            JdbcClient jdbc,
            Ids ids,
            InstantSource clock,
            ApplicationEventPublisher events,
            Round round,
            Accounts accounts) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
        this.events = events;
        this.round = round;
        this.accounts = accounts;
    }

    /**
     * Says what the person who acts would do. A later opinion of the same person stands beside the earlier one.
     *
     * @throws Refusal outside the debrief, while ratings are hidden from them, or without a seat that counts
     */
    public UUID give(UUID application, boolean hire, Level level, String text) {
        Candidacy candidacy = round.debating(application);
        if (!round.hasAVoice(candidacy)) {
            throw Refusal.forbidden("debrief.opinion.no-seat");
        }
        String said = Entered.required("Opinion", text, MOST);
        UUID id = ids.next();
        jdbc.sql("""
            insert into debrief.opinion (id, organisation_id, application_id, author, hire, level, text, given_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
                .params(id, Acting.organisation(), application, Acting.person().id())
                .params(hire, level.id(), said, clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        events.publishEvent(new DebriefEvent.OpinionGiven(
                id, application, candidacy.candidate().id(), hire, level, said));
        return id;
    }

    /** All of an application, the first one first. */
    List<Opinion> of(UUID application, Optional<Decision> last) {
        List<Row> rows = jdbc.sql("""
            select id, author, hire, level, text, given_at from debrief.opinion
            where organisation_id = ? and application_id = ? order by given_at, id
            """)
                .params(Acting.organisation(), application)
                .query((row, number) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getObject("author", UUID.class),
                        row.getBoolean("hire"),
                        Level.of(row.getString("level")),
                        row.getString("text"),
                        row.getObject("given_at", OffsetDateTime.class).toInstant()))
                .list();
        Map<UUID, String> names =
                accounts.names(rows.stream().map(Row::author).distinct().toList());
        Optional<Boolean> hired = last.map(Decision::outcome)
                .filter(outcome -> outcome != Decision.Outcome.HOLD)
                .map(Decision.Outcome::hires);
        Set<UUID> later = new HashSet<>();
        return rows.reversed().stream()
                .map(row -> {
                    boolean newest = later.add(row.author());
                    boolean minority =
                            newest && hired.filter(yes -> yes != row.hire()).isPresent();
                    return new Opinion(
                            row.id(),
                            new Opinion.Author(row.author(), names.getOrDefault(row.author(), "–")),
                            row.hire(),
                            row.level(),
                            row.text(),
                            row.at(),
                            new Opinion.Standing(newest, minority));
                })
                .toList()
                .reversed();
    }
}
