package touchstone.platform.interview.scorecard;

import java.time.Instant;
import java.util.List;
import touchstone.catalogue.content.Competency;
import touchstone.platform.interview.Interview;
import touchstone.platform.interview.ScorecardContent;
import touchstone.platform.interview.sitting.Sitting;

/**
 * What will be submitted, what is missing, and who will see it.
 *
 * @param version of the draft that is submitted
 */
public record ReviewView(Sitting sitting, ScorecardContent content, int version, List<Gap> gaps) {

    public ReviewView {
        gaps = List.copyOf(gaps);
    }

    public List<Competency> competencies() {
        return sitting.competencies();
    }

    /** A shadow's scorecard is for practice. */
    public boolean isPractice() {
        return !sitting.seat().capacity().counts();
    }

    /** Whether the person may say here that the interview was held: once it has begun, and not as a shadow. */
    public boolean asksWhetherHeld(Instant now) {
        return sitting.interview().state() == Interview.State.SCHEDULED
                && !isPractice()
                && !now.isBefore(sitting.startsAt());
    }
}
