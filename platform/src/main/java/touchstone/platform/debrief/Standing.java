package touchstone.platform.debrief;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** What the counted ratings of one competency say about one level's bar. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Standing.Observed.class, name = "observed"),
    @JsonSubTypes.Type(value = Standing.NotObserved.class, name = "not-observed")
})
public sealed interface Standing {

    /**
     * Somebody whose rating counts has rated it.
     *
     * @param ratings 1 to 5, from lowest to highest, never empty
     * @param bar 1 to 5
     */
    record Observed(List<Integer> ratings, int bar) implements Standing {

        /** Ratings that lie so far apart call for a talk. */
        private static final int WIDE = 2;

        public Observed {
            ratings = ratings.stream().sorted().toList();
            if (ratings.isEmpty()) {
                throw new IllegalArgumentException("an observed competency has a rating");
            }
        }

        /** Arithmetic mean, 1 to 5. */
        public double mean() {
            return (double) sum() / ratings.size();
        }

        /** The mean with at most two decimals, such as {@code 3.67}. */
        public String meanText() {
            return BigDecimal.valueOf(sum())
                    .divide(BigDecimal.valueOf(ratings.size()), 2, RoundingMode.HALF_UP)
                    .toPlainString();
        }

        /** Highest less lowest rating, 0 to 4. */
        public int range() {
            return ratings.getLast() - ratings.getFirst();
        }

        /** Whether the mean is at or over the bar; compared in whole numbers. */
        public boolean meets() {
            return sum() >= bar * ratings.size();
        }

        /** Whether two ratings lie two points or more apart. */
        public boolean wide() {
            return range() >= WIDE;
        }

        /** Whether somebody sees the bar met and somebody does not. */
        public boolean acrossTheBar() {
            return ratings.getFirst() < bar && ratings.getLast() >= bar;
        }

        /** Whether people disagree: far apart, or on both sides of the bar. */
        public boolean disagreement() {
            return wide() || acrossTheBar();
        }

        private int sum() {
            return ratings.stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** Nobody whose rating counts had occasion to see it. */
    record NotObserved(int bar) implements Standing {}

    /** What the level asks for, 1 to 5. */
    int bar();
}
