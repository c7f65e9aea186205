package touchstone.platform.hiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import touchstone.catalogue.content.StageKind;
import touchstone.platform.hiring.ApplicationEvent.ApplicationClosed;
import touchstone.platform.hiring.ApplicationEvent.ApplicationMoved;
import touchstone.platform.hiring.ApplicationEvent.ApplicationStarted;
import touchstone.platform.hiring.ApplicationEvent.ParticipantAdded;
import touchstone.platform.hiring.ApplicationEvent.ParticipantRemoved;
import touchstone.platform.shared.Person;
import touchstone.platform.shared.Refusal;
import touchstone.platform.shared.Role;

/** Applications: their way through the stages, who sees them, who is on them. */
@RecordApplicationEvents
class ApplicationsTests extends HiringTest {

    @Autowired
    private ApplicationEvents events;

    @Test
    void startsInTheFirstStageWithTheHiringManagerOnIt() {
        UUID opening = opening("Search engineer");
        UUID application = application(opening, "Ada First");
        Candidacy candidacy = as(a(Role.RECRUITER), () -> applications.get(application));
        assertThat(candidacy.stage().kind()).isEqualTo(StageKind.RECRUITER_SCREEN);
        assertThat(candidacy.isActive()).isTrue();
        assertThat(candidacy.plan().publication().number()).isEqualTo(1);
        assertThat(as(a(Role.RECRUITER), () -> applications.participants(application)))
                .extracting(Participant::account, Participant::capacity)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        a(Role.HIRING_MANAGER).id(), Participant.Capacity.HIRING_MANAGER));
        assertThat(events.stream(ApplicationStarted.class))
                .singleElement()
                .satisfies(started -> assertThat(started.about())
                        .contains(candidacy.candidate().id()));
    }

    /** An application keeps the version of the plan that it started with. */
    @Test
    void keepsItsPlanWhenTheNextIsPublished() {
        UUID opening = opening("Search engineer");
        UUID before = application(opening, "Ada Before");
        publish(opening, 2, List.of(StageKind.CODING, StageKind.DEBRIEF));
        UUID after = application(opening, "Ada After");
        assertThat(as(a(Role.RECRUITER), () -> applications.get(before))
                        .plan()
                        .plan()
                        .stages())
                .hasSize(STAGES.size());
        assertThat(as(a(Role.RECRUITER), () -> applications.get(after)).stage().kind())
                .isEqualTo(StageKind.CODING);
    }

    @Test
    void refusesToApplyTwiceOrWithoutAPlanOrToAClosedOpening() {
        UUID opening = opening("Search engineer");
        UUID candidate = candidate("Ada Twice");
        as(a(Role.RECRUITER), () -> applications.apply(candidate, opening));
        refuses(a(Role.RECRUITER), "hiring.application.exists", () -> applications.apply(candidate, opening));
        UUID bare = UUID.randomUUID();
        change("""
            insert into hiring.opening (id, organisation_id, title, team, role, level, hiring_manager, state, created_at)
            values (?, ?, 'Bare', 'x', 'ai-engineer', 'mid', ?, 'DRAFT', now())
            """, bare, organisation(), a(Role.HIRING_MANAGER).id());
        refuses(a(Role.RECRUITER), "hiring.application.no-plan", () -> applications.apply(candidate, bare));
        UUID other = candidate("Ada Late");
        change("update hiring.opening set state = 'CLOSED' where id = ?", opening);
        refuses(a(Role.RECRUITER), "hiring.application.opening-closed", () -> applications.apply(other, opening));
        refuses(a(Role.RECRUITER), "hiring.candidate.missing", () -> applications.apply(UUID.randomUUID(), opening));
    }

    @Test
    void movesToTheNextStageAndAsksForAReasonForAnyOther() {
        UUID application = application(opening("Search engineer"), "Ada Moves");
        Person recruiter = a(Role.RECRUITER);
        move(application, StageKind.TECHNICAL_SCREEN, "", 1);
        refuses(recruiter, "hiring.application.no-reason", () -> move(application, StageKind.DEBRIEF, " ", 2));
        refuses(recruiter, "hiring.application.no-reason", () -> move(application, StageKind.RECRUITER_SCREEN, "", 2));
        refuses(
                recruiter,
                "hiring.application.there-already",
                () -> move(application, StageKind.TECHNICAL_SCREEN, "x", 2));
        refuses(recruiter, "hiring.application.no-stage", () -> move(application, StageKind.CODING, "x", 2));
        move(application, StageKind.SYSTEM_DESIGN, "Take-home waived: knows the team", 2);
        assertThat(as(recruiter, () -> applications.history(application)))
                .extracting(Candidacy.Step::number, Candidacy.Step::to, Candidacy.Step::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, "recruiter-screen", ""),
                        org.assertj.core.groups.Tuple.tuple(2, "technical-screen", ""),
                        org.assertj.core.groups.Tuple.tuple(3, "system-design", "Take-home waived: knows the team"));
        assertThat(events.stream(ApplicationMoved.class))
                .extracting(ApplicationMoved::to)
                .containsExactly("technical-screen", "system-design");
    }

    @Test
    void tellsTheSecondOfTwoWhoMoveTheSame() {
        UUID application = application(opening("Search engineer"), "Ada Both");
        move(application, StageKind.TECHNICAL_SCREEN, "", 1);
        refuses(
                a(Role.HIRING_MANAGER),
                "hiring.application.changed",
                () -> move(application, StageKind.TECHNICAL_SCREEN, "", 1));
        refuses(
                a(Role.HIRING_MANAGER),
                "hiring.application.changed",
                () -> applications.close(application, Candidacy.State.REJECTED, "No", 1));
    }

    @Test
    void endsOnceWithAReason() {
        UUID application = application(opening("Search engineer"), "Ada Ends");
        Person recruiter = a(Role.RECRUITER);
        refuses(recruiter, "entered.missing", () -> applications.close(application, Candidacy.State.REJECTED, "", 1));
        refuses(
                recruiter,
                "hiring.application.no-end",
                () -> applications.close(application, Candidacy.State.ACTIVE, "x", 1));
        as(recruiter, () -> close(application, Candidacy.State.REJECTED, "Has never run a system", 1));
        refuses(recruiter, "hiring.application.ended", () -> move(application, StageKind.TECHNICAL_SCREEN, "", 2));
        refuses(
                recruiter,
                "hiring.application.ended",
                () -> applications.close(application, Candidacy.State.HIRED, "", 2));
        assertThat(as(recruiter, () -> applications.get(application)).progress().closedAt())
                .isPresent();
        assertThat(events.stream(ApplicationClosed.class))
                .singleElement()
                .satisfies(closed -> assertThat(closed.state()).isEqualTo(Candidacy.State.REJECTED));
    }

    /** Whatever is tried in whatever order, its history tells where it stands. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void keepsItsHistoryConsistentOnARandomWalk(long seed) {
        UUID application = application(opening("Walk " + seed), "Ada Walks");
        Person recruiter = a(Role.RECRUITER);
        int stage = 0;
        int version = 1;
        boolean active = true;
        for (int step = 0; step < 40; step++) {
            int target = chance(seed, step, 0, STAGES.size());
            String reason = chance(seed, step, 1, 2) == 0 ? "" : "Because";
            int named = chance(seed, step, 2, 5) == 0 ? version - 1 : version;
            boolean ends = chance(seed, step, 3, 25) == 0;
            boolean works = active
                    && named == version
                    && (ends ? !reason.isEmpty() : target != stage && (target == stage + 1 || !reason.isEmpty()));
            boolean worked = as(
                    recruiter,
                    () -> tried(() -> {
                        if (ends) {
                            applications.close(application, Candidacy.State.WITHDRAWN, reason, named);
                        } else {
                            applications.move(application, STAGES.get(target).id(), reason, named);
                        }
                    }));
            assertThat(worked).as("seed %d, step %d", seed, step).isEqualTo(works);
            if (worked) {
                version++;
                active = !ends;
                stage = ends ? stage : target;
            }
            isConsistent(application, STAGES.get(stage).id(), active, version);
        }
    }

    private void isConsistent(UUID application, String stage, boolean active, int version) {
        Candidacy candidacy = as(a(Role.RECRUITER), () -> applications.get(application));
        List<Candidacy.Step> steps = as(a(Role.RECRUITER), () -> applications.history(application));
        assertThat(candidacy.progress().stage()).isEqualTo(stage);
        assertThat(candidacy.isActive()).isEqualTo(active);
        assertThat(candidacy.version()).isEqualTo(version).isEqualTo(steps.size());
        for (int number = 1; number < steps.size(); number++) {
            assertThat(steps.get(number).number()).isEqualTo(number + 1);
            assertThat(steps.get(number).from()).contains(steps.get(number - 1).to());
            assertThat(steps.get(number).at())
                    .isAfterOrEqualTo(steps.get(number - 1).at());
        }
        assertThat(steps.getLast().to()).isEqualTo(stage);
        assertThat(steps.getLast().ended().isEmpty()).isEqualTo(active);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"ADMINISTRATOR", "RECRUITER", "HIRING_MANAGER"})
    void showsEveryApplicationToThoseWhoRunTheProcess(Role role) {
        UUID application = application(opening("Search engineer"), "Ada Seen");
        assertThat(as(a(role), () -> applications.get(application)).id()).isEqualTo(application);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"INTERVIEWER", "BAR_RAISER"})
    void showsInterviewersOnlyWhatTheyAreOn(Role role) {
        UUID opening = opening("Search engineer");
        UUID mine = application(opening, "Ada Mine");
        UUID other = application(opening, "Ada Other");
        Person person = a(role);
        refuses(person, "hiring.application.missing", () -> applications.get(mine));
        as(a(Role.RECRUITER), () -> involve(mine, person, Participant.Capacity.valueOf(role.name())));
        assertThat(as(person, () -> applications.get(mine)).id()).isEqualTo(mine);
        assertThat(as(person, () -> applications.all(Applications.Filter.ofOpening(opening))))
                .extracting(Candidacy::id)
                .containsExactly(mine);
        for (UUID hidden : List.of(other, UUID.randomUUID())) {
            refuses(person, "hiring.application.missing", () -> applications.get(hidden));
            refuses(person, "hiring.application.missing", () -> applications.history(hidden));
            refuses(person, "hiring.application.missing", () -> applications.participants(hidden));
            refuses(person, "hiring.application.missing", () -> takeHomes.of(hidden));
        }
        UUID stranger =
                as(a(Role.RECRUITER), () -> applications.get(other)).candidate().id();
        assertThat(as(person, () -> candidates.find(stranger))).isEmpty();
        as(a(Role.RECRUITER), () -> {
            applications.release(mine, person.id(), Participant.Capacity.valueOf(role.name()));
            return true;
        });
        refuses(person, "hiring.application.missing", () -> applications.get(mine));
        assertThat(events.stream(ParticipantRemoved.class)).hasSize(1);
    }

    @Test
    void showsCandidatesOnlyTheirOwn() {
        UUID opening = opening("Search engineer");
        UUID mine = application(opening, "Ada Mine");
        UUID other = application(opening, "Ada Other");
        Person candidate = candidateOf(mine);
        Person stranger = candidateOf(other);
        assertThat(as(candidate, () -> applications.get(mine)).id()).isEqualTo(mine);
        assertThat(as(candidate, () -> applications.all(Applications.Filter.active())))
                .extracting(Candidacy::id)
                .containsExactly(mine);
        refuses(candidate, "hiring.application.missing", () -> applications.get(other));
        refuses(
                candidate,
                "hiring.application.missing",
                () -> applications.close(other, Candidacy.State.WITHDRAWN, "", 1));
        move(mine, StageKind.DEBRIEF, "Nobody else is left", 1);
        assertThat(as(candidate, () -> applications.history(mine)))
                .hasSize(2)
                .allSatisfy(step -> assertThat(step.reason()).isEmpty());
        refuses(candidate, "hiring.application.not-yours-to-change", () -> applications.participants(mine));
        assertThat(as(candidate, () -> candidates.find(stranger.id()))).isEmpty();
        assertThat(as(candidate, () -> candidates.search("Ada", 1)).candidates())
                .extracting(Candidate::id)
                .containsExactly(candidate.id());
    }

    @Test
    void letsOnlyThoseWhoRunTheProcessChangeIt() {
        UUID application = application(opening("Search engineer"), "Ada Kept");
        Person interviewer = a(Role.INTERVIEWER);
        as(a(Role.RECRUITER), () -> involve(application, interviewer, Participant.Capacity.INTERVIEWER));
        for (Person person : List.of(interviewer, candidateOf(application))) {
            String code = "hiring.application.not-yours-to-change";
            refuses(person, code, () -> move(application, StageKind.TECHNICAL_SCREEN, "", 1));
            refuses(person, code, () -> applications.close(application, Candidacy.State.REJECTED, "No", 1));
            refuses(person, code, () -> involve(application, interviewer, Participant.Capacity.OBSERVER));
            refuses(person, code, () -> candidates.add("X", "x@example.org", java.time.ZoneId.of("UTC"), ""));
        }
    }

    @Test
    void letsACandidateWithdrawWithoutAReason() {
        UUID application = application(opening("Search engineer"), "Ada Leaves");
        as(candidateOf(application), () -> close(application, Candidacy.State.WITHDRAWN, "", 1));
        assertThat(as(a(Role.RECRUITER), () -> applications.get(application))
                        .progress()
                        .state())
                .isEqualTo(Candidacy.State.WITHDRAWN);
    }

    /** R-STAGE-5: a bar raiser has that role and comes from outside the team that hires. */
    @Test
    void takesABarRaiserFromOutsideTheTeam() {
        UUID application = application(opening("Search engineer"), "Ada Bar");
        Person recruiter = a(Role.RECRUITER);
        refuses(
                recruiter,
                "hiring.application.no-bar-raiser",
                () -> involve(application, a(Role.INTERVIEWER), Participant.Capacity.BAR_RAISER));
        as(recruiter, () -> involve(application, a(Role.BAR_RAISER), Participant.Capacity.BAR_RAISER));
        as(recruiter, () -> involve(application, a(Role.BAR_RAISER), Participant.Capacity.BAR_RAISER));
        assertThat(as(recruiter, () -> applications.participants(application))).hasSize(2);
        assertThat(events.stream(ParticipantAdded.class)).hasSize(2);
        refuses(
                recruiter,
                "hiring.application.hiring-manager-stays",
                () -> applications.release(
                        application, a(Role.HIRING_MANAGER).id(), Participant.Capacity.HIRING_MANAGER));
    }

    /** R-STAGE-7: three to eight weeks from the first screen to the offer. */
    @Test
    void runsAClockAgainstTheWeeksOfThePlan() {
        UUID opening = opening("Search engineer");
        UUID late = daysAgo(60, () -> application(opening, "Ada Late"));
        UUID fresh = daysAgo(3, () -> application(opening, "Ada Fresh"));
        UUID slow = daysAgo(20, () -> application(opening, "Ada Slow"));
        UUID offered = daysAgo(60, () -> application(opening, "Ada Offered"));
        daysAgo(30, () -> move(offered, StageKind.OFFER, "Knows the team", 1));
        Instant now = Instant.now();
        assertThat(clock(late, now).pace()).isEqualTo(StageClock.Pace.LATE);
        assertThat(clock(late, now).days()).isEqualTo(60);
        assertThat(clock(late, now).mostDays()).isEqualTo(56);
        assertThat(clock(fresh, now).pace()).isEqualTo(StageClock.Pace.ON_TIME);
        assertThat(clock(slow, now).pace()).isEqualTo(StageClock.Pace.SLOW);
        assertThat(clock(offered, now).pace()).isEqualTo(StageClock.Pace.ON_TIME);
        assertThat(clock(offered, now).days()).isEqualTo(30);
        assertThat(clock(offered, now).running()).isFalse();
    }

    private StageClock clock(UUID application, Instant now) {
        return as(a(Role.RECRUITER), () -> applications.get(application)).clock(now);
    }

    private boolean move(UUID application, StageKind stage, String reason, int version) {
        if (touchstone.platform.shared.Acting.maybe().isEmpty()) {
            return as(a(Role.RECRUITER), () -> move(application, stage, reason, version));
        }
        applications.move(application, stage.id(), reason, version);
        return true;
    }

    private boolean close(UUID application, Candidacy.State state, String reason, int version) {
        applications.close(application, state, reason, version);
        return true;
    }

    private boolean involve(UUID application, Person person, Participant.Capacity capacity) {
        applications.involve(application, person.id(), capacity);
        return true;
    }

    private void change(String sql, Object... values) {
        as(
                a(Role.RECRUITER),
                () -> transactions.execute(
                        status -> jdbc.sql(sql).params(values).update()));
    }

    private static boolean tried(Runnable work) {
        try {
            work.run();
            return true;
        } catch (Refusal refused) {
            return false;
        }
    }

    private static void refuses(Person person, String code, Runnable work) {
        assertThatThrownBy(() -> as(person, () -> {
                    work.run();
                    return true;
                }))
                .isInstanceOf(Refusal.class)
                .hasMessage(code);
    }

    /** A number below the bound that depends on nothing but its keys (splitmix64). */
    private static int chance(long seed, int step, int use, int bound) {
        long mixed = seed * 0x9E3779B97F4A7C15L + step * 0xBF58476D1CE4E5B9L + use * 0x94D049BB133111EBL;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return (int) Math.floorMod(mixed ^ (mixed >>> 31), (long) bound);
    }
}
