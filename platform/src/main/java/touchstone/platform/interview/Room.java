package touchstone.platform.interview;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import touchstone.catalogue.content.PlanStage;
import touchstone.platform.hiring.Applications;
import touchstone.platform.hiring.Candidacy;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.Refusal;

/** An interview as somebody sees it who has a seat in it; to everybody else it is missing. */
@Component
final class Room {

    private static final Duration FARTHEST_BACK = Duration.ofDays(1);

    private final InterviewRows rows;
    private final Applications applications;

    Room(InterviewRows rows, Applications applications) {
        this.rows = rows;
        this.applications = applications;
    }

    /** One's own place in an interview. */
    record Place(Interview interview, Interview.Seat seat) {

        /** @throws Refusal when the interview was cancelled */
        Place open() {
            if (interview.state() == Interview.State.CANCELLED) {
                throw Refusal.conflict("interview.cancelled");
            }
            return this;
        }
    }

    Place enter(UUID interview) {
        Interview found = rows.get(interview);
        return found.seats().stream()
                .filter(seat -> seat.account().equals(Acting.person().id()))
                .findFirst()
                .map(seat -> new Place(found, seat))
                .orElseThrow(InterviewRows::missing);
    }

    Candidacy candidacy(Interview interview) {
        return applications.get(interview.application());
    }

    /** The stage of the plan that the interview is for. */
    PlanStage stage(Interview interview) {
        return stage(candidacy(interview), interview);
    }

    static PlanStage stage(Candidacy candidacy, Interview interview) {
        return candidacy
                .plan()
                .stage(interview.stage())
                .orElseThrow(() -> new IllegalStateException("interview " + interview.id() + " is for no stage"));
    }

    /** When something was done, as the page says it: at most a day back, never ahead of now. */
    static Instant when(Optional<Instant> said, Instant now) {
        return said.filter(at -> at.isBefore(now) && at.isAfter(now.minus(FARTHEST_BACK)))
                .orElse(now);
    }
}
