package touchstone.platform.interview;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/**
 * One meeting of a candidate with interviewers, for one stage of the plan.
 *
 * @param stage id of the stage
 * @param version a change names the version that it saw
 */
public record Interview(
        UUID id, UUID application, String stage, Slot slot, State state, List<Seat> seats, int version) {

    public Interview {
        seats = List.copyOf(seats);
    }

    /**
     * When and where.
     *
     * @param zone in which it was agreed
     * @param place a room or an address on the network
     */
    public record Slot(Instant startsAt, int minutes, ZoneId zone, String place) {
        public Instant endsAt() {
            return startsAt.plus(Duration.ofMinutes(minutes));
        }
    }

    /** Whether it took place. */
    public enum State {
        SCHEDULED,
        TOOK_PLACE,
        CANCELLED,
        NO_SHOW
    }

    /** Somebody of the organisation who takes part. */
    public record Seat(UUID account, String name, Capacity capacity) {

        /** As what. A shadow learns; what a shadow rates is never counted. */
        public enum Capacity {
            INTERVIEWER,
            SHADOW,
            BAR_RAISER;

            public boolean counts() {
                return this != SHADOW;
            }
        }
    }
}
