package touchstone.platform.debrief;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import touchstone.catalogue.content.StageKind;
import touchstone.platform.hiring.Applications;
import touchstone.platform.hiring.Candidacy;
import touchstone.platform.hiring.TakeHome;
import touchstone.platform.hiring.TakeHomes;
import touchstone.platform.interview.Interview;
import touchstone.platform.interview.Interviews;
import touchstone.platform.interview.Scorecards;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Refusal;
import touchstone.platform.shared.Role;

/** What the person who acts is in the debrief of one application, and what they may do there. */
@Component
final class Round {

    private final Applications applications;
    private final Interviews interviews;
    private final Scorecards scorecards;
    private final TakeHomes takeHomes;

    Round(Applications applications, Interviews interviews, Scorecards scorecards, TakeHomes takeHomes) {
        this.applications = applications;
        this.interviews = interviews;
        this.scorecards = scorecards;
        this.takeHomes = takeHomes;
    }

    /** @throws Refusal when it is missing, or not for the person who acts, or that is a candidate */
    Candidacy candidacy(UUID application) {
        if (Acting.person().is(Role.CANDIDATE)) {
            throw Refusal.missing("debrief.missing");
        }
        return applications.get(application);
    }

    /** The application, of somebody to whom its ratings are open. */
    Candidacy open(UUID application) {
        Candidacy candidacy = candidacy(application);
        scorecards.visible(application).hiddenBecause().ifPresent(why -> {
            throw Refusal.forbidden(why);
        });
        return candidacy;
    }

    /** As {@link #open}, while the application is in its debrief. */
    Candidacy debating(UUID application) {
        if (!inDebrief(candidacy(application))) {
            throw Refusal.conflict("debrief.not-in-debrief");
        }
        return open(application);
    }

    static boolean inDebrief(Candidacy candidacy) {
        return candidacy.isActive() && candidacy.stage().kind() == StageKind.DEBRIEF;
    }

    /** Whether the person who acts has a seat that counts, or leads the hiring. */
    boolean hasAVoice(Candidacy candidacy) {
        return Acting.person().is(Role.HIRING_MANAGER)
                || capacities(candidacy.id()).stream().anyMatch(Interview.Seat.Capacity::counts);
    }

    /** Whether the person who acts has the bar raiser's seat. */
    boolean raisesTheBar(Candidacy candidacy) {
        return capacities(candidacy.id()).contains(Interview.Seat.Capacity.BAR_RAISER);
    }

    /** The lowest score of the labs that were handed in. */
    Optional<Double> labScore(UUID application) {
        return takeHomes.of(application).stream()
                .flatMap(work -> work.handedIn().stream())
                .map(TakeHome.HandedIn::labScore)
                .flatMap(Optional::stream)
                .min(Double::compare);
    }

    private List<Interview.Seat.Capacity> capacities(UUID application) {
        UUID self = Acting.person().id();
        return interviews.ofApplication(application).stream()
                .filter(interview ->
                        interview.state() != Interview.State.CANCELLED && interview.state() != Interview.State.NO_SHOW)
                .flatMap(interview -> interview.seats().stream())
                .filter(seat -> seat.account().equals(self))
                .map(Interview.Seat::capacity)
                .toList();
    }
}
