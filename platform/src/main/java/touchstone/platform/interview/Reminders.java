package touchstone.platform.interview;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import touchstone.platform.hiring.Applications;
import touchstone.platform.hiring.Candidacy;
import touchstone.platform.identity.Account;
import touchstone.platform.identity.Accounts;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Notice;

/**
 * Reminds interviewers of scorecards that are a day overdue, at most once a day: only of interviews that took place, never
 * a shadow, nobody who was taken off the application, and not once it has ended.
 */
@Service
class Reminders {

    /** After this time a scorecard is overdue; and the time between two reminders. */
    static final Duration PATIENCE = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;
    private final Accounts accounts;
    private final Applications applications;

    Reminders(
            JdbcClient jdbc,
            InstantSource clock,
            ApplicationEventPublisher events,
            Accounts accounts,
            Applications applications) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
        this.accounts = accounts;
        this.applications = applications;
    }

    private record Overdue(UUID interview, UUID account, UUID application, Instant endedAt) {}

    /** One round for the organisation of the person who acts. Two rounds at once remind once. */
    @Transactional
    void remind() {
        Instant now = clock.instant();
        for (Overdue overdue : overdue(now.minus(PATIENCE))) {
            Optional<Account> account = accounts.find(overdue.account()).filter(Account::active);
            Candidacy candidacy = applications.get(overdue.application());
            boolean on = applications.participants(candidacy.id()).stream()
                    .anyMatch(one -> one.account().equals(overdue.account()));
            if (on && account.isPresent() && candidacy.progress().state() == Candidacy.State.ACTIVE) {
                jdbc.sql("""
                    update interview.seat set reminded_at = ?
                    where organisation_id = ? and interview_id = ? and account_id = ?
                    """)
                        .params(now.atOffset(ZoneOffset.UTC), Acting.organisation())
                        .params(overdue.interview(), overdue.account())
                        .update();
                events.publishEvent(new Notice(
                        account.get().email(),
                        account.get().name(),
                        "interview.notice.overdue",
                        List.of(
                                candidacy.candidate().name(),
                                Duration.between(overdue.endedAt(), now).toHours()),
                        Optional.of("/interviews/" + overdue.interview() + "/scorecard"),
                        Optional.empty(),
                        Optional.of(candidacy.candidate().id())));
            }
        }
    }

    private List<Overdue> overdue(Instant before) {
        OffsetDateTime limit = before.atOffset(ZoneOffset.UTC);
        return jdbc.sql("""
            select s.interview_id, s.account_id, i.application_id, i.starts_at + make_interval(mins => i.minutes) as ended
            from interview.seat s
            join interview.interview i on i.id = s.interview_id
            where i.organisation_id = :organisation and i.state = 'TOOK_PLACE' and s.capacity <> 'SHADOW'
              and i.starts_at + make_interval(mins => i.minutes) <= :limit
              and (s.reminded_at is null or s.reminded_at <= :limit)
              and not exists (select from interview.scorecard c
                              where c.interview_id = s.interview_id and c.author = s.account_id
                                and c.submitted_revision is not null)
            order by ended, s.interview_id, s.account_id
            for update of s skip locked
            """)
                .param("organisation", Acting.organisation())
                .param("limit", limit)
                .query((row, number) -> new Overdue(
                        row.getObject("interview_id", UUID.class),
                        row.getObject("account_id", UUID.class),
                        row.getObject("application_id", UUID.class),
                        row.getObject("ended", OffsetDateTime.class).toInstant()))
                .list();
    }
}
