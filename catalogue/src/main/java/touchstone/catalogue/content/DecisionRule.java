package touchstone.catalogue.content;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.Optional;

/**
 * What the ratings must reach for a hire. It stands beside what people say; it decides nothing by itself.
 *
 * @param atLeastBar least share of the weighted competencies at or over the level's bar, 0 to 100 percent
 * @param noneBelow no competency's mean rating may lie under this, 1 to 5
 * @param unobserved how a weighted competency counts that nobody observed
 * @param veto whether the bar raiser's veto decides
 * @param labFloor least score of the lab, 0 to 100
 * @param ratings which score of a competency is compared; as given where nothing is said
 */
public record DecisionRule(
        int atLeastBar,
        double noneBelow,
        Unobserved unobserved,
        boolean veto,
        Optional<Integer> labFloor,
        Optional<Ratings> ratings) {

    public DecisionRule {
        ratings = Optional.of(ratings.orElse(Ratings.RAW));
    }

    /** Whether fair scores are compared where the ratings carry them. */
    public boolean comparesFairScores() {
        return ratings.filter(Ratings.FAIR::equals).isPresent();
    }

    /** Which score of a competency the rule compares. */
    public enum Ratings {
        /** The mean of the ratings as they were given. */
        @JsonProperty("raw")
        RAW,
        /**
         * The rating that an average interviewer would be expected to give, where that can be told with enough evidence;
         * otherwise the mean as given.
         */
        @JsonProperty("fair")
        FAIR;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How a competency counts that nobody observed. */
    public enum Unobserved {
        /** No decision until somebody has observed it. */
        @JsonProperty("blocks")
        BLOCKS,
        /** It is left out, and its weight with it. */
        @JsonProperty("ignored")
        IGNORED,
        /** It counts as below the bar. */
        @JsonProperty("counts-below")
        COUNTS_BELOW;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
