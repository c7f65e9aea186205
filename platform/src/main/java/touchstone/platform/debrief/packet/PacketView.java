package touchstone.platform.debrief.packet;

import java.util.List;
import java.util.stream.Collectors;
import touchstone.platform.debrief.Debrief;
import touchstone.platform.debrief.meeting.Sheet;
import touchstone.platform.interview.Rating;
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

    /** A revision's ratings in one line, in the order of the plan; ○ is not observed. */
    public String ratings(Scorecard revision) {
        return sheet.matrix().rows().stream()
                .flatMap(row -> revision.content().rating(row.competency().id()).stream()
                        .map(rating -> row.competency().title()
                                + " "
                                + switch (rating) {
                                    case Rating.Rated rated -> String.valueOf(rated.value());
                                    case Rating.NotObserved none -> "○";
                                    case Rating.Open unfinished -> "○";
                                }))
                .collect(Collectors.joining(", "));
    }
}
