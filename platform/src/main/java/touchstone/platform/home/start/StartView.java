package touchstone.platform.home.start;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import touchstone.platform.hiring.Opening;

/**
 * The first page of somebody who has signed in.
 *
 * @param empty whether the organisation has nothing yet and the three ways on are shown
 * @param due scorecards that this person owes
 * @param coming interviews in which this person has a seat, the next first
 * @param openings that take applications or will
 * @param staff whether this person arranges things
 */
public record StartView(
        String name, boolean empty, List<Meeting> due, List<Meeting> coming, List<Opening> openings, boolean staff) {

    /** An interview in one line. */
    public record Meeting(UUID interview, String candidate, String stage, Instant at) {}
}
