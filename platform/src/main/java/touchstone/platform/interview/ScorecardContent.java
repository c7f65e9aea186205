package touchstone.platform.interview;

import java.util.List;
import java.util.Optional;

/**
 * What an interviewer fills in.
 *
 * @param summary in the interviewer's words, at most 8,000 characters
 * @param ratings one for each competency of the stage
 */
public record ScorecardContent(Optional<Recommendation> recommendation, String summary, List<Rating> ratings) {

    public ScorecardContent {
        ratings = List.copyOf(ratings);
    }

    public Optional<Rating> rating(String competency) {
        return ratings.stream()
                .filter(rating -> rating.competency().equals(competency))
                .findFirst();
    }
}
