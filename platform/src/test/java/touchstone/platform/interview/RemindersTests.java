package touchstone.platform.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import touchstone.platform.hiring.Candidacy;
import touchstone.platform.hiring.Participant;
import touchstone.platform.shared.Notice;
import touchstone.platform.shared.Person;
import touchstone.platform.shared.Role;
import touchstone.platform.shell.TravellingClock;

/** Reminders of overdue scorecards, at times that are told. */
@RecordApplicationEvents
class RemindersTests extends InterviewTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @Autowired
    private Reminders reminders;

    @Autowired
    private ApplicationEvents events;

    @Test
    void remindsADayAfterTheEndAndOnceADay() {
        UUID interview = held(candidacy(), DESIGN, a(Role.INTERVIEWER));
        Instant end = endOf(interview);
        remindAt(end.plus(Duration.ofHours(23)));
        assertThat(sent()).isEmpty();
        remindAt(end.plus(Duration.ofDays(1)));
        assertThat(sent())
                .singleElement()
                .satisfies(notice -> assertThat(notice.path()).contains("/interviews/" + interview + "/scorecard"));
        for (int hour = 25; hour < 48; hour++) {
            remindAt(end.plus(HOUR.multipliedBy(hour)));
        }
        assertThat(sent()).hasSize(1);
        remindAt(end.plus(Duration.ofDays(2)));
        assertThat(sent()).hasSize(2);
        submit(a(Role.INTERVIEWER), interview, rated(4));
        remindAt(end.plus(Duration.ofDays(4)));
        assertThat(sent()).hasSize(2);
    }

    /** Only for interviews that took place: nobody is reminded of one that was missed, cancelled or never marked. */
    @Test
    void remindsOfNothingThatDidNotTakePlace() {
        UUID application = candidacy();
        UUID missed = held(application, DESIGN, a(Role.INTERVIEWER));
        UUID cancelled = scheduled(application, "technical-screen", a(Role.INTERVIEWER));
        scheduled(application, "bar-raiser", a(Role.INTERVIEWER));
        as(a(Role.RECRUITER), () -> {
            interviews.noShow(missed, interviews.get(missed).version());
            interviews.cancel(cancelled, interviews.get(cancelled).version());
            return true;
        });
        remindAt(Instant.now().plus(Duration.ofDays(9)));
        assertThat(sent()).isEmpty();
    }

    @Test
    void remindsNoShadow() {
        Map<UUID, Interview.Seat.Capacity> seats =
                new HashMap<>(seats(Interview.Seat.Capacity.INTERVIEWER, a(Role.INTERVIEWER)));
        Person shadow = person("shadow", Role.INTERVIEWER);
        seats.put(shadow.id(), Interview.Seat.Capacity.SHADOW);
        UUID interview = held(candidacy(), DESIGN, Duration.ofHours(2), seats);
        submit(a(Role.INTERVIEWER), interview, rated(4));
        remindAt(Instant.now().plus(Duration.ofDays(9)));
        assertThat(sent()).isEmpty();
    }

    @Test
    void remindsNobodyOnceTheApplicationHasEnded() {
        UUID application = candidacy();
        held(application, DESIGN, a(Role.INTERVIEWER));
        as(a(Role.RECRUITER), () -> {
            int version = applications.get(application).version();
            applications.close(application, Candidacy.State.WITHDRAWN, "Took another offer.", version);
            return true;
        });
        remindAt(Instant.now().plus(Duration.ofDays(9)));
        assertThat(sent()).isEmpty();
    }

    /** The link would lead nowhere. */
    @Test
    void remindsNobodyWhoWasTakenOff() {
        UUID application = candidacy();
        held(application, DESIGN, a(Role.INTERVIEWER));
        as(a(Role.RECRUITER), () -> {
            applications.release(application, a(Role.INTERVIEWER).id(), Participant.Capacity.INTERVIEWER);
            return true;
        });
        remindAt(Instant.now().plus(Duration.ofDays(9)));
        assertThat(sent()).isEmpty();
    }

    @Test
    void showsWhatIsDueToItsAuthor() {
        UUID interview = held(candidacy(), DESIGN, a(Role.INTERVIEWER));
        assertThat(as(a(Role.INTERVIEWER), () -> interviews.due()))
                .extracting(Interview::id)
                .containsExactly(interview);
        submit(a(Role.INTERVIEWER), interview, rated(4));
        assertThat(as(a(Role.INTERVIEWER), () -> interviews.due())).isEmpty();
    }

    private Instant endOf(UUID interview) {
        return as(a(Role.RECRUITER), () -> interviews.get(interview)).slot().endsAt();
    }

    private void remindAt(Instant time) {
        TravellingClock.at(
                time,
                () -> as(Person.system(organisation()), () -> {
                    reminders.remind();
                    return true;
                }));
    }

    private List<Notice> sent() {
        return events.stream(Notice.class)
                .filter(notice -> notice.key().equals("interview.notice.overdue"))
                .toList();
    }
}
