package touchstone.platform.hiring.candidates;

import java.util.UUID;
import touchstone.platform.hiring.Candidacy;

/**
 * One application of a candidate, as a list shows it.
 *
 * @param stage title of the stage
 */
public record Engagement(UUID application, UUID candidate, String opening, String stage, Candidacy.State state) {

    public boolean isActive() {
        return state == Candidacy.State.ACTIVE;
    }
}
