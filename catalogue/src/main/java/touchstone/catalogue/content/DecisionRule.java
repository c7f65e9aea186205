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
 */
public record DecisionRule(
        int atLeastBar, double noneBelow, Unobserved unobserved, boolean veto, Optional<Integer> labFloor) {

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
