package touchstone.platform.interview.scorecard;

import java.util.ArrayList;
import java.util.List;
import touchstone.catalogue.content.Competency;
import touchstone.platform.interview.Interview;
import touchstone.platform.interview.Rating;
import touchstone.platform.interview.ScorecardContent;
import touchstone.platform.interview.sitting.Sitting;

/** Something that must be there before a scorecard can be submitted, and is not. */
public sealed interface Gap {

    /** The interview has not been said to have taken place. */
    record NotHeld() implements Gap {}

    /** It was cancelled, or the candidate did not come. */
    record NeverHeld() implements Gap {}

    /** No rating, and not said to be unobserved. */
    record NoRating(String competency) implements Gap {}

    /** A rating that cites nothing. */
    record NoEvidence(String competency) implements Gap {}

    /** Nothing said overall. */
    record NoRecommendation() implements Gap {}

    /** Everything that is missing; competencies by their titles, in the order of the scorecard. */
    static List<Gap> of(Sitting sitting, ScorecardContent content) {
        List<Gap> gaps = new ArrayList<>();
        Interview.State state = sitting.interview().state();
        if (state == Interview.State.SCHEDULED) {
            gaps.add(new NotHeld());
        } else if (state != Interview.State.TOOK_PLACE) {
            gaps.add(new NeverHeld());
        }
        for (Competency competency : sitting.competencies()) {
            Rating rating =
                    content.rating(competency.id()).orElseGet(() -> new Rating.Open(competency.id(), List.of()));
            switch (rating) {
                case Rating.Open open -> gaps.add(new NoRating(competency.title()));
                case Rating.NotObserved none -> {}
                case Rating.Rated rated -> {
                    if (rated.evidence().stream().allMatch(one -> one.text().isBlank())) {
                        gaps.add(new NoEvidence(competency.title()));
                    }
                }
            }
        }
        if (content.recommendation().isEmpty()) {
            gaps.add(new NoRecommendation());
        }
        return gaps;
    }

    /** Key of the sentence. */
    default String key() {
        return switch (this) {
            case NotHeld gap -> "interview.scorecard.gap.not-held";
            case NeverHeld gap -> "interview.scorecard.gap.never-held";
            case NoRating gap -> "interview.scorecard.gap.no-rating";
            case NoEvidence gap -> "interview.scorecard.gap.no-evidence";
            case NoRecommendation gap -> "interview.scorecard.gap.no-recommendation";
        };
    }

    /** What the sentence names. */
    default String named() {
        return switch (this) {
            case NotHeld gap -> "";
            case NeverHeld gap -> "";
            case NoRating gap -> gap.competency();
            case NoEvidence gap -> gap.competency();
            case NoRecommendation gap -> "";
        };
    }
}
