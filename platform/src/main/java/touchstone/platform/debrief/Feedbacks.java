package touchstone.platform.debrief;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import touchstone.platform.hiring.Applications;
import touchstone.platform.hiring.Candidacy;
import touchstone.platform.interview.Scorecards;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Entered;
import touchstone.platform.shared.Notice;
import touchstone.platform.shared.Refusal;
import touchstone.platform.shared.Role;

/** What the candidate is written after the decision: drafted from the evidence, edited and sent by a person. */
@Service
@Transactional
public class Feedbacks {

    private static final int MOST = 20_000;

    private record Row(String text, String drafted, Optional<OffsetDateTime> sentAt, int version) {
        Feedback feedback() {
            return new Feedback(text, !text.equals(drafted), sentAt.map(OffsetDateTime::toInstant), version);
        }
    }

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;
    private final MessageSource texts;
    private final Round round;
    private final DecisionRows decisions;
    private final Scorecards scorecards;
    private final Applications applications;

    Feedbacks(
            JdbcClient jdbc,
            InstantSource clock,
            ApplicationEventPublisher events,
            MessageSource texts,
            Round round,
            DecisionRows decisions,
            Scorecards scorecards,
            Applications applications) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
        this.texts = texts;
        this.round = round;
        this.decisions = decisions;
        this.scorecards = scorecards;
        this.applications = applications;
    }

    /**
     * The feedback as it stands; drafted from the evidence while nobody has saved it.
     *
     * @throws Refusal before it was decided
     */
    @Transactional(readOnly = true)
    public Feedback get(UUID application) {
        Candidacy candidacy = writing(application);
        return row(application)
                .map(Row::feedback)
                .orElseGet(() -> new Feedback(drafted(candidacy), false, Optional.empty(), 0));
    }

    /** Keeps what a person wrote; the new version. */
    public int save(UUID application, String text, int version) {
        Candidacy candidacy = writing(application);
        String written = Entered.required("Feedback", text.replace("\r\n", "\n"), MOST);
        int changed;
        if (version == 0) {
            changed = jdbc.sql("""
                insert into debrief.feedback
                  (application_id, organisation_id, text, drafted, state, edited_by, edited_at)
                values (?, ?, ?, ?, 'DRAFT', ?, ?) on conflict do nothing
                """)
                    .params(application, Acting.organisation(), written, drafted(candidacy))
                    .params(Acting.person().id(), clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        } else {
            changed = jdbc.sql("""
                update debrief.feedback set text = ?, edited_by = ?, edited_at = ?, version = version + 1
                where organisation_id = ? and application_id = ? and version = ? and state = 'DRAFT'
                """)
                    .params(written, Acting.person().id(), clock.instant().atOffset(ZoneOffset.UTC))
                    .params(Acting.organisation(), application, version)
                    .update();
        }
        requireChanged(changed);
        return version + 1;
    }

    /**
     * Sends it to the candidate, once.
     *
     * @param unedited that it may go out as it was drafted
     * @throws Refusal when it is as it was drafted and nobody said that this is meant
     */
    public void send(UUID application, boolean unedited, int version) {
        Candidacy candidacy = writing(application);
        if (row(application).isEmpty()) {
            save(application, drafted(candidacy), 0);
            send(application, unedited, 1);
            return;
        }
        Feedback feedback = row(application).orElseThrow().feedback();
        if (feedback.sentAt().isPresent()) {
            throw Refusal.conflict("debrief.feedback.sent-already");
        }
        if (!feedback.edited() && !unedited) {
            throw Refusal.invalid("debrief.feedback.unedited");
        }
        requireChanged(jdbc.sql("""
            update debrief.feedback set state = 'SENT', sent_at = ?, version = version + 1
            where organisation_id = ? and application_id = ? and version = ? and state = 'DRAFT'
            """)
                .params(clock.instant().atOffset(ZoneOffset.UTC), Acting.organisation(), application, version)
                .update());
        events.publishEvent(new Notice(
                candidacy.candidate().email(),
                candidacy.candidate().name(),
                "debrief.notice.feedback",
                List.of(candidacy.opening().title(), feedback.text()),
                Optional.empty(),
                Optional.empty(),
                Optional.of(candidacy.candidate().id())));
        events.publishEvent(new DebriefEvent.FeedbackSent(
                application, candidacy.candidate().id(), feedback.text(), feedback.edited()));
    }

    /** What was sent, for whoever may see the application, its candidate included. */
    @Transactional(readOnly = true)
    public Optional<Feedback> sentTo(UUID application) {
        return row(applications.get(application).id())
                .filter(row -> row.sentAt().isPresent())
                .map(Row::feedback);
    }

    private Candidacy writing(UUID application) {
        if (!Acting.person().isAny(Role.HIRING_MANAGER, Role.RECRUITER)) {
            throw Refusal.forbidden("debrief.feedback.not-yours");
        }
        Candidacy candidacy = round.open(application);
        if (decisions
                .last(application)
                .filter(last -> last.outcome() != Decision.Outcome.HOLD)
                .isEmpty()) {
            throw Refusal.conflict("debrief.feedback.not-decided");
        }
        return candidacy;
    }

    private String drafted(Candidacy candidacy) {
        Decision last = decisions.last(candidacy.id()).orElseThrow();
        Matrix matrix = Matrix.of(
                candidacy.plan(), scorecards.asOf(candidacy.id(), last.maker().at()), List.of());
        return FeedbackDraft.of(
                candidacy.candidate().name(),
                candidacy.opening().title(),
                matrix,
                last.numbers().at(last.level()),
                (key, arguments) -> texts.getMessage(key, arguments, Locale.ENGLISH));
    }

    private Optional<Row> row(UUID application) {
        return jdbc.sql("""
            select text, drafted, sent_at, version from debrief.feedback
            where organisation_id = ? and application_id = ?
            """)
                .params(Acting.organisation(), application)
                .query((row, number) -> new Row(
                        row.getString("text"),
                        row.getString("drafted"),
                        Optional.ofNullable(row.getObject("sent_at", OffsetDateTime.class)),
                        row.getInt("version")))
                .optional();
    }

    private static void requireChanged(int rows) {
        if (rows == 0) {
            throw Refusal.conflict("debrief.feedback.changed");
        }
    }
}
