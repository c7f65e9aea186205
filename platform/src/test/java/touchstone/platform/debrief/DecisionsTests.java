package touchstone.platform.debrief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import touchstone.catalogue.content.Level;
import touchstone.platform.hiring.Candidacy;
import touchstone.platform.hiring.Erasure;
import touchstone.platform.interview.Interview;
import touchstone.platform.shared.Person;
import touchstone.platform.shared.Refusal;
import touchstone.platform.shared.Role;

/** R-STAGE-6: the team compares what it saw, then decides with reasons. R-STAGE-13: both errors are guarded against. */
class DecisionsTests extends DebriefTest {

    @Autowired
    private Erasure erasure;

    private static void refused(String code, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @Test
    void decidesWithTheRuleAndMovesOnToTheOffer() {
        UUID application = passing();
        UUID decision = decide(application, Decision.Outcome.HIRE, "");

        Decision made = view(a(Role.HIRING_MANAGER), application).decisions().getFirst();
        assertThat(made.id()).isEqualTo(decision);
        assertThat(made.level()).isEqualTo(Level.SENIOR);
        assertThat(made.numbers().asked().passes()).isTrue();
        assertThat(made.numbers().asked().share()).isEqualTo(new RuleResult.Share(8, 10));
        assertThat(as(a(Role.RECRUITER), () -> applications.get(application))
                        .stage()
                        .id())
                .isEqualTo("offer");
        assertThat(happened.events(DebriefEvent.DecisionMade.class))
                .anyMatch(event ->
                        event.entity().equals(decision) && event.numbers().equals(made.numbers()));
    }

    @Test
    void endsTheApplicationWithNoHire() {
        UUID application = passing();
        refused("debrief.decision.against-the-rule", () -> decide(application, Decision.Outcome.NO_HIRE, ""));
        decide(application, Decision.Outcome.NO_HIRE, "The opening was closed by the company.");
        assertThat(as(a(Role.RECRUITER), () -> applications.get(application))
                        .progress()
                        .state())
                .isEqualTo(Candidacy.State.REJECTED);
    }

    @Test
    void goesAgainstTheRuleOnlyWithAFurtherReason() {
        UUID application = debating(new Ratings(3, 3, 3), new Ratings(3, 3, 3), new Ratings(3, 3, 3));
        refused("debrief.decision.against-the-rule", () -> decide(application, Decision.Outcome.HIRE, "short"));
        decide(application, Decision.Outcome.HIRE, "The work sample outweighs the ratings.");
        assertThat(view(a(Role.HIRING_MANAGER), application)
                        .decisions()
                        .getFirst()
                        .words()
                        .against())
                .isEqualTo("The work sample outweighs the ratings.");
    }

    @Test
    void hiresAtALowerLevelWhoseBarsTheRatingsCarry() {
        UUID application = debating(new Ratings(3, 3, 3), new Ratings(3, 3, 3), new Ratings(3, 3, 3));
        assertThat(view(a(Role.HIRING_MANAGER), application)
                        .ratings()
                        .orElseThrow()
                        .numbers()
                        .highest())
                .contains(Level.MID);
        refused(
                "debrief.decision.not-lower",
                () -> decide(
                        application,
                        new Decision.Draft(
                                Decision.Outcome.HIRE_AT_LOWER_LEVEL, Level.SENIOR, "Reasons enough here.", "")));
        decide(application, Decision.Outcome.HIRE_AT_LOWER_LEVEL, "");
        Decision made = view(a(Role.HIRING_MANAGER), application).decisions().getFirst();
        assertThat(made.level()).isEqualTo(Level.MID);
    }

    @Test
    void doesWithoutAMissingScorecardOnlyWithAFurtherReason() {
        UUID application = interviewed();
        UUID design = held(application, "system-design", ivy, omar);
        submit(ivy, design, content(new Ratings(4, 4, 4)));
        moveTo(application, "debrief");
        assertThat(view(a(Role.HIRING_MANAGER), application).missing()).hasSize(1);
        refused("debrief.decision.scorecards-missing", () -> decide(application, Decision.Outcome.HIRE, ""));
        decide(application, Decision.Outcome.HIRE, "Omar is ill and cannot write.");
    }

    @Test
    void belongsToHiringManagersInTheDebriefWithReasons() {
        UUID application = passing();
        Decision.Draft hire = new Decision.Draft(Decision.Outcome.HIRE, Level.SENIOR, "Long enough reasons.", "");
        int version = as(a(Role.RECRUITER), () -> applications.get(application)).version();
        for (Person other : List.of(a(Role.ADMINISTRATOR), a(Role.RECRUITER), ivy, bea)) {
            refused("debrief.decision.not-yours", () -> as(other, () -> decisions.decide(application, hire, version)));
        }
        refused(
                "debrief.decision.changed",
                () -> as(a(Role.HIRING_MANAGER), () -> decisions.decide(application, hire, version - 1)));
        refused(
                "debrief.reason-too-short",
                () -> decide(application, new Decision.Draft(Decision.Outcome.HIRE, Level.SENIOR, "Good.", "")));
        moveTo(application, "system-design");
        refused("debrief.not-in-debrief", () -> decide(application, hire));
    }

    /** R-STAGE-5: the bar raiser keeps the standard; while the veto stands nobody can hire. */
    @Test
    void doesNotHireWhileAVetoStands() {
        UUID application = passing();
        refused(
                "debrief.veto.no-seat",
                () -> as(ivy, () -> vetoes.cast(application, "Not from the outside, but still.")));
        UUID veto = as(bea, () -> vetoes.cast(application, "Copies designs without measuring."));
        refused(
                "debrief.decision.veto-stands",
                () -> decide(application, Decision.Outcome.HIRE, "I know better than."));
        assertThat(view(bea, application)
                        .ratings()
                        .orElseThrow()
                        .numbers()
                        .asked()
                        .word())
                .isEqualTo("fails");
        refused(
                "debrief.veto.not-yours",
                () -> as(a(Role.HIRING_MANAGER), () -> {
                    vetoes.lift(application, veto, "I want to hire them.");
                    return true;
                }));
        as(bea, () -> {
            vetoes.lift(application, veto, "Saw the measurements afterwards.");
            return true;
        });
        decide(application, Decision.Outcome.HIRE, "");
        assertThat(view(bea, application).voices().vetoes()).singleElement().satisfies(one -> {
            assertThat(one.stands()).isFalse();
            assertThat(one.reason()).isEqualTo("Copies designs without measuring.");
        });
    }

    @Test
    void keepsMinorityOpinions() {
        UUID application = passing();
        as(ivy, () -> opinions.give(application, false, Level.SENIOR, "Never asked who uses it."));
        as(omar, () -> opinions.give(application, false, Level.SENIOR, "Not sure yet."));
        as(omar, () -> opinions.give(application, true, Level.SENIOR, "Convinced by the numbers."));
        refused(
                "debrief.opinion.no-seat",
                () -> as(sam, () -> opinions.give(application, true, Level.SENIOR, "I only watched.")));
        decide(application, Decision.Outcome.HIRE, "");

        assertThat(view(ivy, application).voices().opinions())
                .extracting(
                        one -> one.author().name(),
                        one -> one.standing().minority(),
                        one -> one.standing().newest())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Ivy Interviewer", true, true),
                        org.assertj.core.groups.Tuple.tuple("Omar Interviewer", false, false),
                        org.assertj.core.groups.Tuple.tuple("Omar Interviewer", false, true));
    }

    /** Corrections after the decision change what is shown now, not what was decided. */
    @Test
    void computesTheSameNumbersAgainAfterLaterCorrections() {
        UUID application = passing();
        UUID decision = decide(application, Decision.Outcome.HOLD, "");
        Numbers stored =
                view(a(Role.HIRING_MANAGER), application).decisions().getFirst().numbers();
        UUID card = view(ivy, application).ratings().orElseThrow().matrix().columns().stream()
                .filter(column -> column.author().account().equals(ivy.id()))
                .findFirst()
                .orElseThrow()
                .scorecard()
                .orElseThrow()
                .id();
        as(ivy, () -> scorecards.correct(card, content(new Ratings(1, 1, 1)), "Mixed up two candidates."));
        as(bea, () -> vetoes.cast(application, "Cast after the decision."));

        assertThat(as(a(Role.HIRING_MANAGER), () -> decisions.recompute(decision)))
                .isEqualTo(new Recomputation.Same(stored));
        assertThat(view(a(Role.HIRING_MANAGER), application)
                        .ratings()
                        .orElseThrow()
                        .numbers())
                .isNotEqualTo(stored);
        UUID second = decide(application, Decision.Outcome.NO_HIRE, "");
        assertThat(view(a(Role.HIRING_MANAGER), application).decisions())
                .extracting(Decision::number)
                .containsExactly(1, 2);
        assertThat(as(a(Role.HIRING_MANAGER), () -> decisions.recompute(second)))
                .isInstanceOf(Recomputation.Same.class);
    }

    /** Nobody sees others' ratings before their own are in, the hiring manager with a seat included. */
    @Test
    void hidesEverythingFromWhoeverStillOwesAScorecard() {
        UUID application = interviewed();
        UUID design = held(application, "system-design", ivy, omar);
        submit(ivy, design, content(new Ratings(4, 4, 4)));
        moveTo(application, "debrief");
        Debrief hidden = view(omar, application);
        assertThat(hidden.hiddenBecause()).contains("interview.hidden.own-first");
        assertThat(hidden.ratings()).isEmpty();
        refused(
                "interview.hidden.own-first",
                () -> as(omar, () -> opinions.give(application, true, Level.SENIOR, "Before my own.")));
        assertThat(view(ivy, application).ratings()).isPresent();
    }

    @Test
    void leavesShadowsOut() {
        UUID application = passing();
        Debrief.Ratings ratings = view(ivy, application).ratings().orElseThrow();
        assertThat(ratings.matrix().columns())
                .extracting(column -> column.author().capacity())
                .doesNotContain(Interview.Seat.Capacity.SHADOW)
                .hasSize(3);
        assertThat(ratings.matrix().practice()).isEqualTo(1);
    }

    /** What was decided and its numbers outlive the candidate's data; what was written about them does not. */
    @Test
    void blanksWhatWasWrittenWhenTheCandidateIsErased() {
        UUID application = passing();
        as(ivy, () -> opinions.give(application, true, Level.SENIOR, "Noor asked for the data first."));
        UUID decision = decide(application, Decision.Outcome.HIRE, "");
        as(a(Role.ADMINISTRATOR), () -> {
            erasure.erase(applications.get(application).candidate().id());
            return true;
        });
        Debrief after = view(a(Role.ADMINISTRATOR), application);
        assertThat(after.voices().opinions()).noneMatch(one -> one.text().contains("Noor"));
        assertThat(after.decisions().getFirst().words().reasons()).doesNotContain("measured");
        assertThat(after.decisions().getFirst().numbers().asked().passes()).isTrue();
        assertThat(as(a(Role.ADMINISTRATOR), () -> decisions.recompute(decision)))
                .isNotInstanceOf(Recomputation.Different.class);
    }
}
