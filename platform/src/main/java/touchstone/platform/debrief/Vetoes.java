package touchstone.platform.debrief;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import touchstone.platform.hiring.Candidacy;
import touchstone.platform.identity.Accounts;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Ids;
import touchstone.platform.shared.Refusal;

/** Objections of bar raisers. Where the plan honours them, one that stands keeps a hire from being decided. */
@Service
@Transactional
public class Vetoes {

    private static final int MOST = 4000;

    private record Row(UUID id, UUID author, String reason, Instant at, Optional<Veto.Lifted> lifted) {}

    private final JdbcClient jdbc;
    private final Ids ids;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;
    private final Round round;
    private final Accounts accounts;

    Vetoes(
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
     * Objects.
     *
     * @param reason at least 10 characters
     * @throws Refusal without the bar raiser's seat, where the plan honours no veto, or when one's own stands already
     */
    public UUID cast(UUID application, String reason) {
        Candidacy candidacy = round.debating(application);
        if (!round.raisesTheBar(candidacy)) {
            throw Refusal.forbidden("debrief.veto.no-seat");
        }
        if (!candidacy.plan().plan().rule().veto()) {
            throw Refusal.forbidden("debrief.veto.not-in-plan");
        }
        String why = Reasons.required("Reason", reason, MOST);
        UUID self = Acting.person().id();
        if (of(application).stream()
                .anyMatch(veto -> veto.stands() && veto.author().account().equals(self))) {
            throw Refusal.conflict("debrief.veto.stands-already");
        }
        UUID id = ids.next();
        jdbc.sql("""
            insert into debrief.veto (id, organisation_id, application_id, author, reason, given_at)
            values (?, ?, ?, ?, ?, ?)
            """)
                .params(id, Acting.organisation(), application, self, why, now())
                .update();
        events.publishEvent(
                new DebriefEvent.VetoCast(id, application, candidacy.candidate().id(), why));
        return id;
    }

    /** Takes one's own objection back, with the reason; that it was there stays. */
    public void lift(UUID application, UUID veto, String reason) {
        Candidacy candidacy = round.debating(application);
        Veto found = of(application).stream()
                .filter(one -> one.id().equals(veto))
                .findFirst()
                .orElseThrow(() -> Refusal.missing("debrief.veto.missing"));
        if (!found.author().account().equals(Acting.person().id())) {
            throw Refusal.forbidden("debrief.veto.not-yours");
        }
        String why = Reasons.required("Reason", reason, MOST);
        int changed =
                jdbc.sql("""
                    update debrief.veto set lifted_at = ?, lifted_reason = ?
                    where organisation_id = ? and id = ? and lifted_at is null
                    """).params(now(), why, Acting.organisation(), veto).update();
        if (changed == 0) {
            throw Refusal.conflict("debrief.veto.lifted-already");
        }
        events.publishEvent(new DebriefEvent.VetoLifted(
                veto, application, candidacy.candidate().id(), why));
    }

    /** All of an application, the first one first. */
    List<Veto> of(UUID application) {
        List<Row> rows = jdbc.sql("""
            select id, author, reason, given_at, lifted_at, lifted_reason from debrief.veto
            where organisation_id = ? and application_id = ? order by given_at, id
            """)
                .params(Acting.organisation(), application)
                .query(Vetoes::row)
                .list();
        Map<UUID, String> names =
                accounts.names(rows.stream().map(Row::author).distinct().toList());
        return rows.stream()
                .map(row -> new Veto(
                        row.id(),
                        new Opinion.Author(row.author(), names.getOrDefault(row.author(), "–")),
                        row.reason(),
                        row.at(),
                        row.lifted()))
                .toList();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        OffsetDateTime liftedAt = row.getObject("lifted_at", OffsetDateTime.class);
        String liftedReason = row.getString("lifted_reason");
        return new Row(
                row.getObject("id", UUID.class),
                row.getObject("author", UUID.class),
                row.getString("reason"),
                row.getObject("given_at", OffsetDateTime.class).toInstant(),
                liftedAt == null
                        ? Optional.empty()
                        : Optional.of(new Veto.Lifted(liftedAt.toInstant(), liftedReason == null ? "" : liftedReason)));
    }

    private OffsetDateTime now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
