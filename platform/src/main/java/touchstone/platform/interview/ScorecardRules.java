package touchstone.platform.interview;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import touchstone.platform.shared.Entered;
import touchstone.platform.shared.Refusal;

/** What a scorecard may hold, and what it must hold to be submitted. */
final class ScorecardRules {

    private static final int MOST_SUMMARY = 8000;
    private static final int MOST_EVIDENCE = 30;
    private static final int MOST_EVIDENCE_TEXT = 4000;

    private ScorecardRules() {}

    /**
     * The content in its one form: a rating for each competency of the stage, in the stage's order, open when there was
     * none. Two contents say the same exactly when their forms are equal.
     *
     * @param notes ids of the author's notes of the interview
     * @throws Refusal when it names what is not of the stage or not one's own, or is too large
     */
    static ScorecardContent formed(ScorecardContent content, List<String> competencies, Set<UUID> notes) {
        Set<String> seen = new HashSet<>();
        for (Rating rating : content.ratings()) {
            if (!competencies.contains(rating.competency())) {
                throw Refusal.invalid("interview.competency.not-of-stage");
            }
            if (!seen.add(rating.competency())) {
                throw Refusal.invalid("interview.scorecard.rated-twice");
            }
        }
        String summary = Entered.optional("Summary", content.summary(), MOST_SUMMARY);
        List<Rating> ratings = competencies.stream()
                .map(competency -> content.rating(competency)
                        .map(rating -> formed(rating, notes))
                        .orElseGet(() -> new Rating.Open(competency, List.of())))
                .toList();
        return new ScorecardContent(content.recommendation(), summary, ratings);
    }

    private static Rating formed(Rating rating, Set<UUID> notes) {
        return switch (rating) {
            case Rating.Rated(String competency, int value, List<Evidence> evidence) ->
                new Rating.Rated(competency, value, formed(evidence, notes));
            case Rating.Open(String competency, List<Evidence> evidence) ->
                new Rating.Open(competency, formed(evidence, notes));
            case Rating.NotObserved unseen -> unseen;
        };
    }

    private static List<Evidence> formed(List<Evidence> evidence, Set<UUID> notes) {
        if (evidence.size() > MOST_EVIDENCE) {
            throw Refusal.invalid("interview.scorecard.too-much-evidence", MOST_EVIDENCE);
        }
        for (Evidence one : evidence) {
            if (one.note().filter(note -> !notes.contains(note)).isPresent()) {
                throw Refusal.invalid("interview.scorecard.not-your-note");
            }
        }
        return evidence.stream()
                .map(one -> new Evidence(one.note(), Entered.optional("Evidence", one.text(), MOST_EVIDENCE_TEXT)))
                .filter(one -> !one.text().isEmpty())
                .toList();
    }

    /**
     * That nothing is left open: a recommendation, and for each competency a rating with evidence or "not observed".
     *
     * @param formed see {@link #formed}
     */
    static void requireComplete(ScorecardContent formed) {
        if (formed.recommendation().isEmpty()) {
            throw Refusal.invalid("interview.scorecard.no-recommendation");
        }
        for (Rating rating : formed.ratings()) {
            switch (rating) {
                case Rating.Rated rated -> {
                    if (rated.evidence().isEmpty()) {
                        throw Refusal.invalid("interview.scorecard.no-evidence");
                    }
                }
                case Rating.Open open -> throw Refusal.invalid("interview.scorecard.open");
                case Rating.NotObserved unseen -> {}
            }
        }
    }
}
