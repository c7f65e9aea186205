package touchstone.platform.interview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import touchstone.platform.hiring.Candidacy;
import touchstone.platform.hiring.Participant;
import touchstone.platform.shared.Person;
import touchstone.platform.shared.Refusal;
import touchstone.platform.shared.Role;

/** Who sees others' scorecards, and when. */
@RecordApplicationEvents
class VisibilityTests extends InterviewTest {

    private static final String[] TABLE = {
        // seat, own submitted, where the application is: whether others' scorecards are seen
        "NONE    no  LOOP     hidden",
        "NONE    no  DEBRIEF  seen",
        "NONE    no  OFFER    seen",
        "NONE    no  CLOSED   seen",
        "SHADOW  no  LOOP     hidden",
        "SHADOW  no  DEBRIEF  seen",
        "SHADOW  no  OFFER    seen",
        "SHADOW  no  CLOSED   seen",
        "SHADOW  yes LOOP     hidden",
        "SHADOW  yes DEBRIEF  seen",
        "SHADOW  yes OFFER    seen",
        "SHADOW  yes CLOSED   seen",
        "COUNTS  no  LOOP     hidden",
        "COUNTS  no  DEBRIEF  hidden",
        "COUNTS  no  OFFER    hidden",
        "COUNTS  no  CLOSED   hidden",
        "COUNTS  yes LOOP     seen",
        "COUNTS  yes DEBRIEF  seen",
        "COUNTS  yes OFFER    seen",
        "COUNTS  yes CLOSED   seen",
    };

    @Autowired
    private ApplicationEvents events;

    static Stream<Arguments> cases() {
        return Stream.of(TABLE)
                .map(line -> line.split(" +"))
                .flatMap(row -> Stream.of(Role.values())
                        .filter(role -> role != Role.CANDIDATE)
                        .map(role -> Arguments.of(role, row[0], row[1].equals("yes"), row[2], row[3].equals("seen"))));
    }

    /** R-SCORE-3: no role is an exception, administrators included. */
    @ParameterizedTest(name = "{0}, seat {1}, submitted {2}, {3}: {4}")
    @MethodSource("cases")
    void showsOthersOnlyInTheirTime(Role role, String seat, boolean submitted, String where, boolean seen) {
        UUID application = candidacy();
        Person onlooker = onlooker(role, seat);
        UUID interview = heldWith(application, onlooker, seat);
        as(a(Role.RECRUITER), () -> {
            applications.involve(application, onlooker.id(), Participant.Capacity.OBSERVER);
            return true;
        });
        Scorecard others = submit(a(Role.INTERVIEWER), interview, rated(4));
        if (submitted) {
            submit(onlooker, interview, rated(2));
        }
        bring(application, where);
        Scorecards.Visible visible = as(onlooker, () -> scorecards.visible(application));
        assertThat(visible.shown().stream().map(Scorecard::id).anyMatch(others.id()::equals))
                .isEqualTo(seen);
        assertThat(visible.hiddenBecause().isEmpty()).isEqualTo(seen);
        assertThat(visible.shown().stream()
                        .anyMatch(card -> card.author().account().equals(onlooker.id())))
                .isEqualTo(submitted);
        if (seen) {
            assertThat(as(onlooker, () -> scorecards.history(others.id()))).hasSize(1);
            assertThat(as(onlooker, () -> scorecards.asOf(application, java.time.Instant.now())))
                    .isNotEmpty()
                    .allMatch(card -> card.author().capacity().counts());
        } else {
            assertThatThrownBy(() -> as(onlooker, () -> scorecards.history(others.id())))
                    .isInstanceOf(Refusal.class);
            assertThatThrownBy(() -> as(onlooker, () -> scorecards.asOf(application, java.time.Instant.now())))
                    .isInstanceOf(Refusal.class);
        }
    }

    private Person onlooker(Role role, String seat) {
        return seat.equals("NONE") || role == Role.INTERVIEWER
                ? person("onlooker", role)
                : person("onlooker", role, Role.INTERVIEWER);
    }

    private UUID heldWith(UUID application, Person onlooker, String seat) {
        Map<UUID, Interview.Seat.Capacity> seats =
                new HashMap<>(seats(Interview.Seat.Capacity.INTERVIEWER, a(Role.INTERVIEWER)));
        switch (seat) {
            case "COUNTS" -> seats.put(onlooker.id(), Interview.Seat.Capacity.INTERVIEWER);
            case "SHADOW" -> seats.put(onlooker.id(), Interview.Seat.Capacity.SHADOW);
            default -> {}
        }
        return held(application, DESIGN, Duration.ofHours(2), seats);
    }

    private void bring(UUID application, String where) {
        switch (where) {
            case "DEBRIEF", "OFFER" -> moveTo(application, where.toLowerCase(java.util.Locale.ROOT));
            case "CLOSED" ->
                as(a(Role.RECRUITER), () -> {
                    int version = applications.get(application).version();
                    applications.close(application, Candidacy.State.REJECTED, "It does not fit.", version);
                    return true;
                });
            default -> {}
        }
    }

    @Test
    void showsCandidatesNothing() {
        UUID application = candidacy();
        UUID interview = held(application, DESIGN, a(Role.INTERVIEWER));
        Scorecard card = submit(a(Role.INTERVIEWER), interview, rated(4));
        moveTo(application, "debrief");
        Person candidate = candidateOf(application);
        assertThatThrownBy(() -> as(candidate, () -> scorecards.visible(application)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> as(candidate, () -> scorecards.history(card.id())))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> as(candidate, () -> scorecards.earlyLooks(application)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> as(candidate, () -> interviews.get(interview))).isInstanceOf(Refusal.class);
    }

    /** They hold a screen and arrange the rest; what they learn of ratings would reach those who still rate. */
    @Test
    void keepsRecruitersWaitingForTheDebriefEvenIfTheyRated() {
        UUID application = candidacy();
        Person recruiter = a(Role.RECRUITER);
        UUID screen = held(application, "recruiter-screen", recruiter);
        UUID design = held(application, DESIGN, a(Role.INTERVIEWER));
        submit(a(Role.INTERVIEWER), design, rated(4));
        submit(recruiter, screen, rated(3));
        Scorecards.Visible visible = as(recruiter, () -> scorecards.visible(application));
        assertThat(visible.hiddenBecause()).contains(Visibility.BEFORE_DEBRIEF);
        assertThat(visible.shown()).extracting(card -> card.author().account()).containsExactly(recruiter.id());
        moveTo(application, "debrief");
        assertThat(as(recruiter, () -> scorecards.visible(application)).shown()).hasSize(2);
    }

    @Test
    void waitsForAllOfOnesOwn() {
        UUID application = candidacy();
        Person both = person("both", Role.INTERVIEWER);
        UUID screen = held(application, "technical-screen", both);
        UUID design = held(application, DESIGN, both, a(Role.INTERVIEWER));
        submit(a(Role.INTERVIEWER), design, rated(4));
        submit(both, design, rated(3));
        assertThat(as(both, () -> scorecards.visible(application)).hiddenBecause())
                .contains(Visibility.OWN_FIRST);
        submit(both, screen, rated(3));
        assertThat(as(both, () -> scorecards.visible(application)).shown()).hasSize(3);
    }

    /** A candidate who did not come leaves nothing to submit. */
    @Test
    void asksNothingForInterviewsThatWereCancelledOrMissed() {
        UUID application = candidacy();
        Person other = person("other", Role.INTERVIEWER);
        UUID design = held(application, DESIGN, a(Role.INTERVIEWER));
        submit(a(Role.INTERVIEWER), design, rated(4));
        UUID missed = held(application, "technical-screen", other);
        UUID off = scheduled(application, "bar-raiser", other);
        as(a(Role.RECRUITER), () -> {
            interviews.noShow(missed, interviews.get(missed).version());
            interviews.cancel(off, interviews.get(off).version());
            return true;
        });
        assertThat(as(other, () -> scorecards.visible(application)).hiddenBecause())
                .contains(Visibility.BEFORE_DEBRIEF);
        moveTo(application, "debrief");
        assertThat(as(other, () -> scorecards.visible(application)).shown()).hasSize(1);
    }

    /** Otherwise "did not come", a look at the ratings, and "took place after all" would go around the rule. */
    @Test
    void letsNobodyRateInAMissedInterviewAfterTheyCouldSeeOthers() {
        UUID application = candidacy();
        Person other = person("other", Role.INTERVIEWER);
        UUID design = held(application, DESIGN, a(Role.INTERVIEWER));
        submit(a(Role.INTERVIEWER), design, rated(4));
        UUID missed = held(application, "technical-screen", other);
        noShow(missed);
        tookPlace(other, missed);
        noShow(missed);
        moveTo(application, "debrief");
        assertThat(as(other, () -> scorecards.visible(application)).shown()).hasSize(1);
        assertThatThrownBy(() -> tookPlace(other, missed)).hasMessage("interview.no-show-stands");
        assertThatThrownBy(() -> tookPlace(a(Role.RECRUITER), missed)).hasMessage("interview.no-show-stands");
    }

    @Test
    void givesNoSeatThatCountsToWhoeverLookedEarly() {
        UUID application = candidacy();
        Person manager = a(Role.HIRING_MANAGER);
        submit(a(Role.INTERVIEWER), held(application, DESIGN, a(Role.INTERVIEWER)), rated(4));
        lookEarly(manager, application, "The candidate has another offer.");
        assertThatThrownBy(() -> scheduled(application, "bar-raiser", manager))
                .hasMessage("interview.seat.looked-early");
        Map<UUID, Interview.Seat.Capacity> seats =
                new HashMap<>(seats(Interview.Seat.Capacity.INTERVIEWER, a(Role.INTERVIEWER)));
        seats.put(manager.id(), Interview.Seat.Capacity.SHADOW);
        assertThat(held(application, "bar-raiser", Duration.ofHours(1), seats)).isNotNull();
    }

    private void noShow(UUID interview) {
        as(a(Role.RECRUITER), () -> {
            interviews.noShow(interview, interviews.get(interview).version());
            return true;
        });
    }

    private void tookPlace(Person person, UUID interview) {
        as(person, () -> {
            interviews.tookPlace(interview, interviews.get(interview).version());
            return true;
        });
    }

    @Test
    void opensEarlyOnlyWithAReasonThatIsKept() {
        UUID application = candidacy();
        UUID design = held(application, DESIGN, a(Role.INTERVIEWER));
        submit(a(Role.INTERVIEWER), design, rated(4));
        Person manager = a(Role.HIRING_MANAGER);
        assertThatThrownBy(() -> lookEarly(manager, application, "hurry")).hasMessage("interview.reason-too-short");
        assertThatThrownBy(() -> lookEarly(a(Role.RECRUITER), application, "The candidate has another offer."))
                .hasMessage("interview.early.not-yours");
        lookEarly(manager, application, "The candidate has another offer.");
        lookEarly(manager, application, "The candidate has another offer.");
        assertThat(as(manager, () -> scorecards.visible(application)).shown()).hasSize(1);
        assertThat(as(a(Role.ADMINISTRATOR), () -> scorecards.visible(application))
                        .shown())
                .isEmpty();
        assertThat(as(a(Role.RECRUITER), () -> scorecards.earlyLooks(application)))
                .singleElement()
                .satisfies(look -> assertThat(look.account()).isEqualTo(manager.id()));
        assertThat(events.stream(ScorecardEvent.RatingsSeenEarly.class)).hasSize(1);
    }

    @Test
    void sparesNobodyWhoRatesFromSubmittingFirst() {
        UUID application = candidacy();
        Person manager = a(Role.HIRING_MANAGER);
        UUID design = held(application, DESIGN, manager, a(Role.INTERVIEWER));
        submit(a(Role.INTERVIEWER), design, rated(4));
        assertThatThrownBy(() -> lookEarly(manager, application, "The candidate has another offer."))
                .hasMessage(Visibility.OWN_FIRST);
    }

    @Test
    void saysWhoseScorecardIsMissing() {
        UUID application = candidacy();
        Person shadow = person("shadow", Role.INTERVIEWER);
        Map<UUID, Interview.Seat.Capacity> seats =
                new HashMap<>(seats(Interview.Seat.Capacity.INTERVIEWER, a(Role.INTERVIEWER)));
        seats.put(shadow.id(), Interview.Seat.Capacity.SHADOW);
        held(application, DESIGN, Duration.ofHours(2), seats);
        scheduled(application, "bar-raiser", a(Role.BAR_RAISER));
        List<Scorecards.Missing> missing =
                as(a(Role.RECRUITER), () -> scorecards.visible(application)).missing();
        assertThat(missing)
                .singleElement()
                .satisfies(one -> assertThat(one.author().account())
                        .isEqualTo(a(Role.INTERVIEWER).id()));
    }

    private void lookEarly(Person person, UUID application, String reason) {
        as(person, () -> {
            scorecards.lookEarly(application, reason);
            return true;
        });
    }
}
