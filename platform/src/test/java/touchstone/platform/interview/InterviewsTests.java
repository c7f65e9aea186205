package touchstone.platform.interview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import biweekly.Biweekly;
import biweekly.ICalendar;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import touchstone.platform.shared.Notice;
import touchstone.platform.shared.Person;
import touchstone.platform.shared.Role;

/** Arranging interviews and saying how they went. */
@RecordApplicationEvents
class InterviewsTests extends InterviewTest {

    private final Instant tomorrow = Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MINUTES);

    @Autowired
    private ApplicationEvents events;

    @Autowired
    private Calendars calendars;

    @Autowired
    private Workload workload;

    @Test
    void invitesEverybodyInTheirOwnTime() {
        UUID application = candidacy();
        UUID interview = scheduled(application, DESIGN, a(Role.INTERVIEWER));
        assertThat(as(a(Role.INTERVIEWER), () -> interviews.get(interview)).state())
                .isEqualTo(Interview.State.SCHEDULED);
        assertThat(as(a(Role.INTERVIEWER), () -> applications.get(application)).id())
                .isEqualTo(application);
        List<Notice> told = notices();
        assertThat(told).hasSize(2);
        Notice interviewer = told.getFirst();
        assertThat(interviewer.key()).isEqualTo("interview.notice.interviewer.scheduled");
        assertThat(interviewer.path()).contains("/interviews/" + interview);
        assertThat(interviewer.arguments().get(2).toString()).endsWith("Europe/Berlin");
        Notice candidate = told.getLast();
        assertThat(candidate.key()).isEqualTo("interview.notice.candidate.scheduled");
        assertThat(candidate.arguments().get(2).toString()).endsWith("Asia/Tokyo");
        assertThat(events.stream(InterviewEvent.InterviewScheduled.class)).hasSize(1);
    }

    /** The candidate's file names nobody of ours and leads to no page of ours. */
    @Test
    void keepsInterviewersOutOfTheCandidatesCalendar() {
        scheduled(candidacy(), DESIGN, a(Role.INTERVIEWER));
        String file = file(notices().getLast());
        assertThat(file.replace("\r\n ", "")).doesNotContain("/interviews/", "interviewer-");
    }

    @Test
    void raisesTheSequenceAndKeepsTheEvent() {
        UUID interview = scheduled(candidacy(), DESIGN, a(Role.INTERVIEWER));
        as(a(Role.RECRUITER), () -> {
            interviews.reschedule(interview, slot(tomorrow.plusSeconds(7200)), 1);
            return true;
        });
        as(a(Role.HIRING_MANAGER), () -> {
            interviews.cancel(interview, 2);
            return true;
        });
        List<ICalendar> files = notices().stream()
                .filter(notice -> notice.key().contains("interviewer"))
                .map(notice -> Biweekly.parse(file(notice)).first())
                .toList();
        assertThat(files)
                .extracting(file -> file.getEvents().getFirst().getSequence().getValue())
                .containsExactly(0, 1, 2);
        assertThat(files)
                .extracting(file -> file.getEvents().getFirst().getUid().getValue())
                .containsOnly(interview + "@touchstone");
        assertThat(files)
                .extracting(file -> file.getEvents().getFirst().getOrganizer().getCommonName())
                .containsOnly("recruiter");
        assertThat(files.getLast().getMethod().isCancel()).isTrue();
        assertThat(as(a(Role.INTERVIEWER), () -> calendars.file(interview))).contains("METHOD:CANCEL");
    }

    @Test
    void tellsTheSecondPersonWhoChangesIt() {
        UUID interview = scheduled(candidacy(), DESIGN, a(Role.INTERVIEWER));
        as(a(Role.RECRUITER), () -> {
            interviews.reschedule(interview, slot(tomorrow.plusSeconds(3600)), 1);
            return true;
        });
        assertThatThrownBy(() -> as(a(Role.HIRING_MANAGER), () -> {
                    interviews.reschedule(interview, slot(tomorrow.plusSeconds(7200)), 1);
                    return true;
                }))
                .hasMessage("interview.changed");
    }

    @Test
    void refusesWhatCannotBe() {
        UUID application = candidacy();
        Person interviewer = a(Role.INTERVIEWER);
        refuses(application, "take-home", tomorrow, interviewing(interviewer), "interview.schedule.no-stage");
        refuses(application, "nowhere", tomorrow, interviewing(interviewer), "interview.schedule.no-stage");
        refuses(application, DESIGN, tomorrow, Map.of(), "interview.seat.nobody");
        refuses(
                application,
                DESIGN,
                tomorrow,
                seats(Interview.Seat.Capacity.SHADOW, interviewer),
                "interview.seat.nobody");
        refuses(application, DESIGN, tomorrow, interviewing(a(Role.ADMINISTRATOR)), "interview.seat.not-for");
        refuses(
                application,
                DESIGN,
                tomorrow,
                seats(Interview.Seat.Capacity.BAR_RAISER, interviewer),
                "interview.seat.not-for");
        refuses(
                application,
                DESIGN,
                tomorrow,
                Map.of(UUID.randomUUID(), Interview.Seat.Capacity.INTERVIEWER),
                "interview.seat.unknown");
        refuses(
                application,
                DESIGN,
                tomorrow.plus(500, ChronoUnit.DAYS),
                interviewing(interviewer),
                "interview.schedule.far");
        interview(application, DESIGN, tomorrow, interviewing(interviewer));
        refuses(application, DESIGN, tomorrow, interviewing(interviewer), "interview.schedule.twice");
    }

    private void refuses(
            UUID application, String stage, Instant at, Map<UUID, Interview.Seat.Capacity> seats, String code) {
        assertThatThrownBy(() -> interview(application, stage, at, seats)).hasMessage(code);
    }

    @Test
    void isArrangedByThoseWhoMay() {
        UUID application = candidacy();
        UUID interview = scheduled(application, DESIGN, a(Role.INTERVIEWER));
        assertThatThrownBy(() -> as(
                        a(Role.INTERVIEWER),
                        () -> interviews.schedule(
                                application, "bar-raiser", slot(tomorrow), interviewing(a(Role.INTERVIEWER)))))
                .hasMessage("interview.not-yours-to-arrange");
        assertThatThrownBy(() -> as(a(Role.INTERVIEWER), () -> {
                    interviews.cancel(interview, 1);
                    return true;
                }))
                .hasMessage("interview.not-yours-to-arrange");
        assertThatThrownBy(() -> as(person("stranger", Role.INTERVIEWER), () -> interviews.get(interview)))
                .hasMessage("hiring.application.missing");
    }

    @Test
    void isSaidToHaveTakenPlaceOnceItBegan() {
        UUID application = candidacy();
        UUID coming = scheduled(application, DESIGN, a(Role.INTERVIEWER));
        assertThatThrownBy(() -> tookPlace(a(Role.INTERVIEWER), coming)).hasMessage("interview.not-begun");
        UUID begun = interview(
                application, "technical-screen", Instant.now().minusSeconds(60), interviewing(a(Role.INTERVIEWER)));
        assertThatThrownBy(() -> tookPlace(a(Role.BAR_RAISER), begun)).hasMessage("hiring.application.missing");
        tookPlace(a(Role.INTERVIEWER), begun);
        submit(a(Role.INTERVIEWER), begun, rated(4));
        assertThatThrownBy(() -> as(a(Role.RECRUITER), () -> {
                    interviews.noShow(begun, interviews.get(begun).version());
                    return true;
                }))
                .hasMessage("interview.has-scorecards");
    }

    @Test
    void givesSeatsToOthersAndTellsOnlyThem() {
        UUID interview = scheduled(candidacy(), DESIGN, a(Role.INTERVIEWER));
        Person instead = person("instead", Role.INTERVIEWER);
        events.clear();
        as(a(Role.RECRUITER), () -> {
            interviews.reseat(interview, interviewing(instead), 1);
            return true;
        });
        assertThat(notices())
                .extracting(Notice::key)
                .containsExactly("interview.notice.interviewer.cancelled", "interview.notice.interviewer.scheduled");
        assertThat(file(notices().getFirst()).replace("\r\n ", ""))
                .contains("METHOD:CANCEL", "ATTENDEE")
                .doesNotContain(notices().getLast().email());
        assertThat(notices().getFirst().path()).isEmpty();
        assertThat(as(instead, () -> interviews.mine(Instant.now())))
                .extracting(Interview::id)
                .containsExactly(interview);
        assertThat(as(a(Role.INTERVIEWER), () -> interviews.mine(Instant.now())))
                .isEmpty();
    }

    @Test
    void seesClashesAndTheWeeksLoad() {
        UUID application = candidacy();
        Person interviewer = person("busy", Role.INTERVIEWER);
        interview(application, DESIGN, tomorrow, interviewing(interviewer));
        assertThat(week(tomorrow.plusSeconds(1800), interviewer)).isEqualTo(new Workload.Week(1, true));
        assertThat(week(tomorrow.plusSeconds(3600), interviewer).clash()).isFalse();
        assertThat(week(tomorrow.minusSeconds(3600), interviewer).clash()).isFalse();
        assertThat(week(tomorrow.plus(14, ChronoUnit.DAYS), interviewer)).isEqualTo(Workload.Week.FREE);
    }

    private Workload.Week week(Instant at, Person person) {
        return as(a(Role.RECRUITER), () -> workload.around(slot(at))).getOrDefault(person.id(), Workload.Week.FREE);
    }

    private void tookPlace(Person person, UUID interview) {
        int version = as(a(Role.RECRUITER), () -> interviews.get(interview)).version();
        as(person, () -> {
            interviews.tookPlace(interview, version);
            return true;
        });
    }

    private static Map<UUID, Interview.Seat.Capacity> interviewing(Person... people) {
        return new HashMap<>(seats(Interview.Seat.Capacity.INTERVIEWER, people));
    }

    private List<Notice> notices() {
        return events.stream(Notice.class).toList();
    }

    private static String file(Notice notice) {
        return notice.attachment().orElseThrow().content();
    }
}
