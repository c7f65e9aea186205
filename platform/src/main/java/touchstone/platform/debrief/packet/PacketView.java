package touchstone.platform.debrief.packet;

import java.util.List;
import touchstone.platform.debrief.Debrief;
import touchstone.platform.debrief.meeting.Sheet;
import touchstone.platform.interview.Scorecard;

/**
 * Everything about the decision on one application.
 *
 * @param histories the revisions of each scorecard, the first one first, in the order of the matrix
 */
public record PacketView(Debrief debrief, Sheet sheet, List<List<Scorecard>> histories) {

    public PacketView {
        histories = List.copyOf(histories);
    }
}
