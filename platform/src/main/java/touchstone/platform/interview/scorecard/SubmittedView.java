package touchstone.platform.interview.scorecard;

import java.util.List;
import touchstone.platform.interview.Scorecard;
import touchstone.platform.interview.sitting.Sitting;

/**
 * A submitted scorecard.
 *
 * @param revisions the newest first
 */
public record SubmittedView(Sitting sitting, List<Scorecard> revisions) {

    public SubmittedView {
        revisions = List.copyOf(revisions);
    }

    public Scorecard newest() {
        return revisions.getFirst();
    }
}
