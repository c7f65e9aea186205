package touchstone.platform.debrief;

import java.util.List;
import java.util.Optional;
import touchstone.platform.hiring.Candidacy;
import touchstone.platform.interview.EarlyLook;
import touchstone.platform.interview.Scorecards;

/**
 * Everything that the people of a debrief look at together.
 *
 * @param hiddenBecause key of the text that says why nothing of it may be seen yet; then all that follows is empty
 * @param ratings empty while they are hidden
 * @param missing scorecards that are due; shown even while ratings are hidden
 */
public record Debrief(
        Candidacy candidacy,
        Optional<String> hiddenBecause,
        Optional<Ratings> ratings,
        List<Scorecards.Missing> missing,
        Voices voices,
        List<Decision> decisions,
        May may) {

    public Debrief {
        missing = List.copyOf(missing);
        decisions = List.copyOf(decisions);
    }

    /** Ratings beside each other, and what the rule says about them now. */
    public record Ratings(Matrix matrix, Numbers numbers) {}

    /** What people say. */
    public record Voices(List<Opinion> opinions, List<Veto> vetoes, List<EarlyLook> earlyLooks) {
        public Voices {
            opinions = List.copyOf(opinions);
            vetoes = List.copyOf(vetoes);
            earlyLooks = List.copyOf(earlyLooks);
        }
    }

    /** What the person who looks may do now. */
    public record May(
            boolean opine, boolean veto, boolean decide, boolean offer, boolean feedback, boolean lookEarly) {}
}
