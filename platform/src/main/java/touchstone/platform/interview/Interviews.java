package touchstone.platform.interview;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import touchstone.catalogue.content.PlanStage;
import touchstone.platform.hiring.Applications;
import touchstone.platform.hiring.Candidacy;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Entered;
import touchstone.platform.shared.Ids;
import touchstone.platform.shared.Refusal;
import touchstone.platform.shared.Role;

/** Interviews of the organisation, as far as the person who acts may see them. */
@Service
@Transactional
public class Interviews {

    private static final int LEAST_MINUTES = 5;
    private static final int MOST_MINUTES = 480;
    private static final int MOST_PLACE = 500;
    private static final Duration FARTHEST = Duration.ofDays(366);

    private final JdbcClient jdbc;
    private final Ids ids;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;
    private final Applications applications;
    private final InterviewRows rows;
    private final SeatRules rules;
    private final Invitations invitations;
    private final Foresight foresight;
    private final SeatHolders holders;

    Interviews(
            JdbcClient jdbc,
            Ids ids,
            InstantSource clock,
            ApplicationEventPublisher events,
            Applications applications,
            InterviewRows rows,
            SeatRules rules,
            Invitations invitations,
            Foresight foresight,
            SeatHolders holders) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
        this.events = events;
        this.applications = applications;
        this.rows = rows;
        this.rules = rules;
        this.invitations = invitations;
        this.foresight = foresight;
        this.holders = holders;
    }

    /**
     * Agrees an interview and invites everybody.
     *
     * @param stage id of a stage of the application's plan in which the candidate meets somebody
     * @param seats at least one that counts
     * @throws Refusal when the application has ended, the slot cannot be, somebody cannot take a seat, or the same
     *     interview stands already
     */
    public UUID schedule(
            UUID application, String stage, Interview.Slot slot, Map<UUID, Interview.Seat.Capacity> seats) {
        Coordination.require();
        Candidacy candidacy = going(application);
        PlanStage planned = candidacy
                .plan()
                .stage(stage)
                .filter(one -> one.kind().isInterview())
                .orElseThrow(() -> Refusal.invalid("interview.schedule.no-stage"));
        Interview.Slot checked = checked(slot);
        rules.check(planned, seats);
        foresight.requireUnseen(application, seats);
        boolean twice = rows.ofApplication(application).stream()
                .filter(one -> one.state() != Interview.State.CANCELLED)
                .anyMatch(one ->
                        one.stage().equals(stage) && one.slot().startsAt().equals(checked.startsAt()));
        if (twice) {
            throw Refusal.conflict("interview.schedule.twice");
        }
        UUID id = ids.next();
        jdbc.sql("""
            insert into interview.interview (id, organisation_id, application_id, stage, starts_at, minutes, zone, place,
                state, organiser)
            values (?, ?, ?, ?, ?, ?, ?, ?, 'SCHEDULED', ?)
            """)
                .params(id, Acting.organisation(), application, stage)
                .params(
                        checked.startsAt().atOffset(ZoneOffset.UTC),
                        checked.minutes(),
                        checked.zone().getId(),
                        checked.place(),
                        Acting.person().id())
                .update();
        seats.forEach((account, capacity) -> seat(id, application, account, capacity));
        Interview made = rows.get(id);
        events.publishEvent(new InterviewEvent.InterviewScheduled(
                id, application, candidacy.candidate().id(), stage, checked, made.seats()));
        invitations.tell(Invitations.News.SCHEDULED, candidacy, made);
        return id;
    }

    /**
     * Moves an interview that has not been held to another time or place, and tells everybody.
     *
     * @throws Refusal when it was changed in between, or is over
     */
    public void reschedule(UUID interview, Interview.Slot slot, int version) {
        Coordination.require();
        Interview before = changing(interview, version);
        requireScheduled(before);
        Candidacy candidacy = going(before.application());
        Interview.Slot checked = checked(slot);
        if (checked.equals(before.slot())) {
            return;
        }
        jdbc.sql("""
            update interview.interview
            set starts_at = ?, minutes = ?, zone = ?, place = ?, sequence = sequence + 1, version = version + 1
            where organisation_id = ? and id = ?
            """)
                .params(
                        checked.startsAt().atOffset(ZoneOffset.UTC),
                        checked.minutes(),
                        checked.zone().getId())
                .params(checked.place(), Acting.organisation(), interview)
                .update();
        Interview after = rows.get(interview);
        moved(candidacy, before, after);
        invitations.tell(Invitations.News.MOVED, candidacy, after);
    }

    /**
     * Gives the seats of an interview that has not been held to other people. Whoever stays is told nothing new; whoever
     * leaves is told that it is cancelled for them, and is no longer on the application unless another seat keeps them.
     */
    public void reseat(UUID interview, Map<UUID, Interview.Seat.Capacity> seats, int version) {
        Coordination.require();
        Interview before = changing(interview, version);
        requireScheduled(before);
        Candidacy candidacy = going(before.application());
        rules.check(Room.stage(candidacy, before), seats);
        foresight.requireUnseen(before.application(), seats);
        holders.requireNothingWritten(
                interview,
                before.seats().stream()
                        .filter(seat -> !seats.containsKey(seat.account()))
                        .toList());
        jdbc.sql("delete from interview.seat where organisation_id = ? and interview_id = ?")
                .params(Acting.organisation(), interview)
                .update();
        seats.forEach((account, capacity) -> seat(interview, before.application(), account, capacity));
        jdbc.sql("""
            update interview.interview set sequence = sequence + 1, version = version + 1
            where organisation_id = ? and id = ?
            """).params(Acting.organisation(), interview).update();
        Interview after = rows.get(interview);
        List<Interview.Seat> left = without(before.seats(), after.seats());
        holders.release(before.application(), left);
        moved(candidacy, before, after);
        invitations.tellSeats(Invitations.News.CANCELLED, candidacy, cancelledFor(left, after), left);
        invitations.tellSeats(Invitations.News.SCHEDULED, candidacy, after, without(after.seats(), before.seats()));
    }

    /** Calls an interview off that has not been held, and tells everybody. */
    public void cancel(UUID interview, int version) {
        Coordination.require();
        Interview before = changing(interview, version);
        requireScheduled(before);
        put(interview, Interview.State.CANCELLED);
        Candidacy candidacy = applications.get(before.application());
        events.publishEvent(new InterviewEvent.InterviewCancelled(
                interview, before.application(), candidacy.candidate().id()));
        invitations.tell(Invitations.News.CANCELLED, candidacy, rows.get(interview));
    }

    /**
     * Says that an interview was held; from then on its scorecards are due. Interviewers may say it of their own. It also
     * takes back a {@link #noShow} said by mistake.
     *
     * @throws Refusal before it began, after it was cancelled, or when somebody who would rate now could see others'
     *     ratings while it counted as missed
     */
    public void tookPlace(UUID interview, int version) {
        Interview before = held(interview, version);
        if (before.state() == Interview.State.TOOK_PLACE) {
            return;
        }
        if (before.state() == Interview.State.NO_SHOW) {
            foresight.requireUnseen(before);
        }
        put(interview, Interview.State.TOOK_PLACE);
        events.publishEvent(new InterviewEvent.InterviewTookPlace(
                interview,
                before.application(),
                applications.get(before.application()).candidate().id(),
                before.slot().startsAt()));
    }

    /**
     * Says that the candidate did not come. It also takes back a {@link #tookPlace} said by mistake, as long as no
     * scorecard was submitted.
     */
    public void noShow(UUID interview, int version) {
        Interview before = held(interview, version);
        if (before.state() == Interview.State.NO_SHOW) {
            return;
        }
        int submitted = jdbc.sql("""
            select count(*) from interview.scorecard
            where organisation_id = ? and interview_id = ? and submitted_revision is not null
            """)
                .params(Acting.organisation(), interview)
                .query((row, number) -> row.getInt(1))
                .single();
        if (submitted > 0) {
            throw Refusal.conflict("interview.has-scorecards");
        }
        put(interview, Interview.State.NO_SHOW);
        events.publishEvent(new InterviewEvent.InterviewMissed(
                interview,
                before.application(),
                applications.get(before.application()).candidate().id()));
    }

    /** @throws Refusal when it is missing, or the person who acts is not on its application */
    @Transactional(readOnly = true)
    public Interview get(UUID interview) {
        requireStaff();
        Interview found = rows.get(interview);
        applications.get(found.application());
        return found;
    }

    /** Those of an application that the person who acts may see, by their time. */
    @Transactional(readOnly = true)
    public List<Interview> ofApplication(UUID application) {
        requireStaff();
        applications.get(application);
        return rows.ofApplication(application);
    }

    /** Those in which the person who acts has a seat, the next first. */
    @Transactional(readOnly = true)
    public List<Interview> mine(Instant from) {
        return rows.withSeat(Acting.person().id(), from);
    }

    /** Those that took place and wait for the scorecard of the person who acts, the oldest first. */
    @Transactional(readOnly = true)
    public List<Interview> due() {
        return rows.due(Acting.person().id());
    }

    private void seat(UUID interview, UUID application, UUID account, Interview.Seat.Capacity capacity) {
        jdbc.sql("insert into interview.seat (organisation_id, interview_id, account_id, capacity) values (?, ?, ?, ?)")
                .params(Acting.organisation(), interview, account, capacity.name())
                .update();
        holders.involve(application, account, capacity);
    }

    private void put(UUID interview, Interview.State state) {
        jdbc.sql("""
            update interview.interview
            set state = ?, version = version + 1, sequence = sequence + ?
            where organisation_id = ? and id = ?
            """)
                .params(state.name(), state == Interview.State.CANCELLED ? 1 : 0, Acting.organisation(), interview)
                .update();
    }

    private Candidacy going(UUID application) {
        Candidacy candidacy = applications.get(application);
        if (candidacy.progress().state() != Candidacy.State.ACTIVE) {
            throw Refusal.conflict("interview.application-ended");
        }
        return candidacy;
    }

    private Interview changing(UUID interview, int version) {
        Interview found = rows.locked(interview);
        if (found.version() != version) {
            throw Refusal.conflict("interview.changed");
        }
        return found;
    }

    /** An interview whose time has come, of somebody who may say how it went. */
    private Interview held(UUID interview, int version) {
        requireStaff();
        Interview found = rows.locked(interview);
        boolean own = found.seats().stream()
                .anyMatch(seat -> seat.capacity().counts()
                        && seat.account().equals(Acting.person().id()));
        if (!own) {
            applications.get(found.application());
            Coordination.require();
        }
        if (found.state() == Interview.State.CANCELLED) {
            throw Refusal.conflict("interview.cancelled");
        }
        if (found.slot().startsAt().isAfter(clock.instant())) {
            throw Refusal.conflict("interview.not-begun");
        }
        if (found.version() != version) {
            throw Refusal.conflict("interview.changed");
        }
        return found;
    }

    private void moved(Candidacy candidacy, Interview before, Interview after) {
        events.publishEvent(new InterviewEvent.InterviewMoved(
                after.id(),
                after.application(),
                candidacy.candidate().id(),
                before.slot(),
                after.slot(),
                after.seats()));
    }

    private Interview.Slot checked(Interview.Slot slot) {
        if (slot.minutes() < LEAST_MINUTES || slot.minutes() > MOST_MINUTES) {
            throw Refusal.invalid("interview.schedule.minutes", LEAST_MINUTES, MOST_MINUTES);
        }
        if (Duration.between(clock.instant(), slot.startsAt()).abs().compareTo(FARTHEST) > 0) {
            throw Refusal.invalid("interview.schedule.far");
        }
        return new Interview.Slot(
                slot.startsAt(), slot.minutes(), slot.zone(), Entered.optional("Place", slot.place(), MOST_PLACE));
    }

    private static void requireScheduled(Interview interview) {
        if (interview.state() != Interview.State.SCHEDULED) {
            throw Refusal.conflict("interview.over");
        }
    }

    private static void requireStaff() {
        if (Acting.person().is(Role.CANDIDATE)) {
            throw InterviewRows.missing();
        }
    }

    /** As those see it in their calendars whose seats it no longer has: RFC 5546, section 3.2.5, names them alone. */
    private static Interview cancelledFor(List<Interview.Seat> left, Interview interview) {
        return new Interview(
                interview.id(),
                interview.application(),
                interview.stage(),
                interview.slot(),
                Interview.State.CANCELLED,
                left,
                interview.version());
    }

    private static List<Interview.Seat> without(List<Interview.Seat> all, List<Interview.Seat> taken) {
        return all.stream()
                .filter(seat ->
                        taken.stream().noneMatch(other -> other.account().equals(seat.account())))
                .toList();
    }
}
