package touchstone.platform.debrief;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a rule that compares fair scores has to compare: a score for each competency, or why there is none. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = FairRatings.SwitchedOff.class, name = "switched-off"),
    @JsonSubTypes.Type(value = FairRatings.TooFew.class, name = "too-few"),
    @JsonSubTypes.Type(value = FairRatings.Estimated.class, name = "estimated")
})
public sealed interface FairRatings {

    /** The organisation has not switched fair scores on. */
    record SwitchedOff() implements FairRatings {}

    /** There are too few open ratings to tell severity from ability. */
    record TooFew(int ratings, int interviewers) implements FairRatings {}

    /**
     * They were estimated.
     *
     * @param scores of the competencies in which the candidate was rated and can be adjusted, by id
     * @param apart ids of competencies in which the opening's candidates were rated by groups that never met
     */
    record Estimated(List<Score> scores, List<String> apart, Basis basis) implements FairRatings {
        public Estimated {
            scores = List.copyOf(scores);
            apart = List.copyOf(apart);
        }
    }

    /**
     * What they rest on.
     *
     * @param digest SHA-256 over the ratings
     * @param settings estimator, model, priors and seed, in words
     */
    record Basis(String digest, int ratings, Map<String, String> settings) {
        public Basis {
            settings = Map.copyOf(settings);
        }

        @Override
        public String toString() {
            return digest + " " + ratings + " " + new TreeMap<>(settings);
        }
    }

    /**
     * The rating that an average interviewer would be expected to give the candidate in one competency.
     *
     * @param fair 1 to 5
     * @param reaches one for each rating that the rule asks for, the lowest first
     */
    record Score(String competency, double fair, List<Reach> reaches) {
        public Score {
            reaches = List.copyOf(reaches);
        }

        /** Against one rating that the rule asks for. */
        Optional<Standing.Fair> against(double asked) {
            return reaches.stream()
                    .filter(one -> one.asked() == asked)
                    .findFirst()
                    .map(one -> new Standing.Fair(fair, one.probability()));
        }
    }

    /**
     * How likely a score is to be at or over a rating.
     *
     * @param asked 1 to 5
     * @param probability 0 to 1
     */
    record Reach(double asked, double probability) {}

    /** The score of a competency, where there is one. */
    default Optional<Score> score(String competency) {
        return switch (this) {
            case SwitchedOff off -> Optional.empty();
            case TooFew few -> Optional.empty();
            case Estimated estimated ->
                estimated.scores().stream()
                        .filter(score -> score.competency().equals(competency))
                        .findFirst();
        };
    }
}
