package touchstone.platform.interview;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import touchstone.catalogue.content.PlanStage;
import touchstone.catalogue.content.StageKind;
import touchstone.platform.hiring.Candidacy;
import touchstone.platform.shared.Person;
import touchstone.platform.shared.Role;

/**
 * Who sees others' scorecards of an application. Whoever rates sees them after submitting all their own; whoever does not
 * rate sees them from the debrief on, or earlier when they said why. A recruiter who holds no other role waits for the
 * debrief even after rating in a screen, because they also arrange what comes. No role is an exception.
 *
 * <p>An interview that was cancelled or missed asks for no scorecard, so a seat in it neither opens nor hides anything.
 */
final class Visibility {

    /** Texts that say why others' scorecards are hidden. */
    static final String OWN_FIRST = "interview.hidden.own-first";

    static final String BEFORE_DEBRIEF = "interview.hidden.before-debrief";

    private Visibility() {}

    /**
     * One's own seat that counts.
     *
     * @param submitted whether the scorecard is there
     */
    record Own(Interview.State state, boolean submitted) {}

    /** Whether somebody is a recruiter and neither interviews by role nor leads the hiring. */
    static boolean onlyArranges(Person person) {
        return person.is(Role.RECRUITER) && !person.isAny(Role.INTERVIEWER, Role.BAR_RAISER, Role.HIRING_MANAGER);
    }

    /** Why others' scorecards are hidden; empty when they are not. */
    static Optional<String> hiddenBecause(List<Own> seats, boolean debriefReached, boolean lookedEarly) {
        List<Own> rating = seats.stream()
                .filter(own -> own.state() == Interview.State.SCHEDULED || own.state() == Interview.State.TOOK_PLACE)
                .toList();
        if (!rating.isEmpty()) {
            return rating.stream().allMatch(Own::submitted) ? Optional.empty() : Optional.of(OWN_FIRST);
        }
        return debriefReached || lookedEarly ? Optional.empty() : Optional.of(BEFORE_DEBRIEF);
    }

    /** Whether the application is in its debrief or beyond, or has ended. */
    static boolean debriefReached(Candidacy candidacy) {
        if (candidacy.progress().state() != Candidacy.State.ACTIVE) {
            return true;
        }
        List<PlanStage> stages = candidacy.plan().plan().stages();
        PlanStage now = candidacy.stage();
        return now.kind() == StageKind.OFFER
                || stages.subList(0, stages.indexOf(now) + 1).stream()
                        .anyMatch(stage -> stage.kind() == StageKind.DEBRIEF);
    }

    /** One's own seats that count. */
    static List<Own> own(UUID account, List<Interview> interviews, List<Scorecard> submitted) {
        return interviews.stream()
                .filter(interview -> interview.seats().stream()
                        .anyMatch(seat -> seat.account().equals(account)
                                && seat.capacity().counts()))
                .map(interview -> new Own(
                        interview.state(),
                        submitted.stream()
                                .anyMatch(card -> card.interview().equals(interview.id())
                                        && card.author().account().equals(account))))
                .toList();
    }
}
