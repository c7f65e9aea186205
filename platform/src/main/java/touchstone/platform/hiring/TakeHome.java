package touchstone.platform.hiring;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Work that a candidate does alone: when it was sent, when it is due, what came back.
 */
public record TakeHome(
        UUID application, String stage, Instant sentAt, Instant dueAt, Optional<HandedIn> handedIn, int version) {

    /**
     * What came back.
     *
     * @param hoursSpent as the candidate says
     * @param place where the work lies
     * @param labScore 0 to 100, in the lab's own unit; never a rating
     */
    public record HandedIn(
            Instant at, Optional<Double> hoursSpent, String place, Optional<Double> labScore, String note) {}
}
