package touchstone.platform.hiring;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import touchstone.catalogue.content.StageKind;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Entered;
import touchstone.platform.shared.Notice;
import touchstone.platform.shared.Refusal;

/** The take-home stage: sent, due, handed in. */
@Service
@Transactional
public class TakeHomes {

    /** What passes while a form is filled in. */
    private static final Duration SLACK = Duration.ofHours(1);

    /** What a time loses that is entered in minutes. */
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static final int MOST_HOURS = 500;
    private static final int MOST_SCORE = 100;
    private static final int MOST_PLACE = 1000;
    private static final int MOST_NOTE = 4000;

    private static final DateTimeFormatter DUE = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm", Locale.ENGLISH);

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;
    private final Applications applications;
    private final CandidateLinks links;

    TakeHomes(
            JdbcClient jdbc,
            InstantSource clock,
            ApplicationEventPublisher events,
            Applications applications,
            CandidateLinks links) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
        this.applications = applications;
        this.links = links;
    }

    /**
     * Sends the work of a take-home stage.
     *
     * @throws Refusal when it was sent before, or is due in less than 48 hours or more than 14 days (R-STAGE-3)
     */
    public void send(UUID application, String stage, Instant dueAt) {
        Candidacy candidacy = open(application, stage);
        Instant now = clock.instant();
        requireFair(now, dueAt);
        try {
            jdbc.sql("""
                insert into hiring.take_home (application_id, organisation_id, stage, sent_at, due_at)
                values (?, ?, ?, ?, ?)
                """)
                    .params(application, Acting.organisation(), stage, utc(now), utc(dueAt))
                    .update();
        } catch (DuplicateKeyException again) {
            throw Refusal.conflict("hiring.take-home.sent-already");
        }
        announce(candidacy, stage, dueAt);
    }

    /** Moves the due date; counted from when it was sent, the same limits hold. */
    public void extend(UUID application, String stage, Instant dueAt, int version) {
        Candidacy candidacy = open(application, stage);
        TakeHome sent = get(application, stage);
        if (sent.handedIn().isPresent()) {
            throw Refusal.conflict("hiring.take-home.handed-in-already");
        }
        requireFair(sent.sentAt(), dueAt);
        changed(jdbc.sql("""
            update hiring.take_home set due_at = ?, version = version + 1
            where organisation_id = ? and application_id = ? and stage = ? and version = ?
            """)
                .params(utc(dueAt), Acting.organisation(), application, stage, version)
                .update());
        announce(candidacy, stage, dueAt);
    }

    /**
     * Records what came back. A candidate hands in their own work once, while the application goes on, and says nothing of
     * a score; those who run the process may record it for them, or put it right later.
     */
    public void handIn(UUID application, String stage, TakeHome.HandedIn work, int version) {
        Candidacy candidacy = applications.get(application);
        TakeHome sent = get(application, stage);
        Instant now = clock.instant();
        TakeHome.HandedIn kept = checked(work, sent, now);
        if (Rights.isCandidate()) {
            if (!candidacy.isActive()) {
                throw Refusal.conflict("hiring.application.ended");
            }
            if (sent.handedIn().isPresent()) {
                throw Refusal.conflict("hiring.take-home.handed-in-already");
            }
            kept = new TakeHome.HandedIn(now, kept.hoursSpent(), kept.place(), Optional.empty(), kept.note());
        } else {
            Rights.requireStaff();
        }
        @Nullable
        Object[] values = {
            utc(kept.at()),
            kept.hoursSpent().map(BigDecimal::valueOf).orElse(null),
            kept.place(),
            kept.labScore().map(BigDecimal::valueOf).orElse(null),
            kept.note(),
            Acting.organisation(),
            application,
            stage,
            version
        };
        changed(jdbc.sql("""
            update hiring.take_home
            set handed_in_at = ?, hours_spent = ?, place = ?, lab_score = ?, note = ?, version = version + 1
            where organisation_id = ? and application_id = ? and stage = ? and version = ?
            """).params(Arrays.asList(values)).update());
        events.publishEvent(new ApplicationEvent.TakeHomeHandedIn(
                application, candidacy.candidate().id(), stage, kept));
    }

    /** Take-home work of an application, the first sent first. A candidate does not see the lab's score. */
    @Transactional(readOnly = true)
    public List<TakeHome> of(UUID application) {
        boolean score = !Rights.isCandidate();
        return jdbc.sql("""
            select stage, sent_at, due_at, handed_in_at, hours_spent, place, lab_score, note, version
            from hiring.take_home where organisation_id = ? and application_id = ? order by sent_at, stage
            """)
                .params(Acting.organisation(), applications.get(application).id())
                .query((row, number) -> takeHome(application, row, score))
                .list();
    }

    private void announce(Candidacy candidacy, String stage, Instant dueAt) {
        Candidacy.Subject candidate = candidacy.candidate();
        events.publishEvent(new ApplicationEvent.TakeHomeSent(candidacy.id(), candidate.id(), stage, dueAt));
        events.publishEvent(new Notice(
                candidate.email(),
                candidate.name(),
                "hiring.take-home.notice",
                List.of(
                        candidacy.opening().title(),
                        DUE.format(dueAt.atZone(candidate.zone())) + " "
                                + candidate.zone().getId()),
                Optional.of(links.path(candidate.id())),
                Optional.empty(),
                Optional.of(candidate.id())));
    }

    private TakeHome get(UUID application, String stage) {
        return of(application).stream()
                .filter(one -> one.stage().equals(stage))
                .findFirst()
                .orElseThrow(() -> Refusal.missing("hiring.take-home.missing"));
    }

    private Candidacy open(UUID application, String stage) {
        Rights.requireStaff();
        Candidacy candidacy = applications.get(application);
        if (!candidacy.isActive()) {
            throw Refusal.conflict("hiring.application.ended");
        }
        if (candidacy
                .plan()
                .stage(stage)
                .filter(one -> one.kind() == StageKind.TAKE_HOME)
                .isEmpty()) {
            throw Refusal.invalid("hiring.take-home.no-stage");
        }
        return candidacy;
    }

    private static void requireFair(Instant from, Instant dueAt) {
        Duration given = Duration.between(from, dueAt);
        if (given.plus(SLACK).compareTo(TakeHome.LEAST) < 0
                || given.minus(SLACK).compareTo(TakeHome.MOST) > 0) {
            throw Refusal.invalid("hiring.take-home.unfair-time", TakeHome.LEAST.toHours(), TakeHome.MOST.toDays());
        }
    }

    private static TakeHome.HandedIn checked(TakeHome.HandedIn work, TakeHome sent, Instant now) {
        if (work.at().plus(MINUTE).isBefore(sent.sentAt()) || work.at().isAfter(now.plus(SLACK))) {
            throw Refusal.invalid("hiring.take-home.impossible-time");
        }
        if (!lies(work.hoursSpent(), MOST_HOURS)) {
            throw Refusal.invalid("hiring.take-home.impossible-hours", MOST_HOURS);
        }
        if (!lies(work.labScore(), MOST_SCORE)) {
            throw Refusal.invalid("hiring.take-home.impossible-score");
        }
        return new TakeHome.HandedIn(
                work.at(),
                work.hoursSpent(),
                Entered.required("Where the work lies", work.place(), MOST_PLACE),
                work.labScore(),
                Entered.optional("Note", work.note(), MOST_NOTE));
    }

    /** Whether a number lies between 0 and the most; one that is not there does. */
    private static boolean lies(Optional<Double> number, int most) {
        return number.map(value -> value >= 0 && value <= most).orElse(true);
    }

    private static void changed(int rows) {
        if (rows == 0) {
            throw Refusal.conflict("hiring.take-home.changed");
        }
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private static TakeHome takeHome(UUID application, ResultSet row, boolean score) throws SQLException {
        Optional<Instant> handedIn = Optional.ofNullable(row.getObject("handed_in_at", OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
        Optional<Double> hours = number(row, "hours_spent");
        Optional<Double> lab = score ? number(row, "lab_score") : Optional.empty();
        String place = row.getString("place");
        String note = row.getString("note");
        return new TakeHome(
                application,
                row.getString("stage"),
                row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                handedIn.map(at -> new TakeHome.HandedIn(at, hours, place, lab, note)),
                row.getInt("version"));
    }

    private static Optional<Double> number(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getBigDecimal(column)).map(BigDecimal::doubleValue);
    }
}
