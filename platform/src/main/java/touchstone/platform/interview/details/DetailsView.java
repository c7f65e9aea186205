package touchstone.platform.interview.details;

import java.util.List;
import touchstone.platform.hiring.Candidacy;
import touchstone.platform.interview.Interview;

/**
 * One interview.
 *
 * @param stage its title
 * @param times the same moment where the people are
 * @param seats who takes part, and whether their scorecard is there
 * @param may what the person who looks may do
 */
public record DetailsView(
        Interview interview, Candidacy candidacy, String stage, Times times, List<SeatRow> seats, May may) {

    public DetailsView {
        seats = List.copyOf(seats);
    }

    /**
     * When, in words.
     *
     * @param agreed in the zone in which it was agreed
     * @param candidate in the candidate's zone
     * @param date and {@code time} as a form takes them, in the agreed zone
     */
    public record Times(String agreed, String candidate, String date, String time) {}

    /** Somebody who takes part. */
    public record SeatRow(Interview.Seat seat, Card card) {}

    /** Whether a scorecard is there. */
    public enum Card {
        NOT_YET,
        DUE,
        SUBMITTED,
        PRACTICE
    }

    /**
     * What the person who looks may do.
     *
     * @param enter has a seat
     * @param say may say how it went
     * @param arrange may move or cancel it
     */
    public record May(boolean enter, boolean say, boolean arrange) {}

    public String path() {
        return "/interviews/" + interview.id();
    }
}
