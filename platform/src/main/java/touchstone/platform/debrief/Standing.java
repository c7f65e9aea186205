package touchstone.platform.debrief;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import touchstone.measurement.ratings.Evidence;

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
     * @param fair the fair score against the bar, where the plan compares it and it could be estimated
     */
    record Observed(List<Integer> ratings, int bar, Optional<Fair> fair) implements Standing {

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

        /**
         * Whether the bar is met: by the fair score where that counts, otherwise by the mean, compared in whole numbers.
         */
        public boolean meets() {
            return counted().map(Fair::likely).orElseGet(() -> sum() >= bar * ratings.size());
        }

        /** The fair score, if it takes the place of the mean. */
        public Optional<Fair> counted() {
            return fair.filter(Fair::enough);
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

    /**
     * A fair score against a rating that is asked for.
     *
     * @param score 1 to 5
     * @param probability that it is at or over what is asked for, 0 to 1
     */
    record Fair(double score, double probability) {

        /** Whether there is evidence enough to say; without it the mean as given counts. */
        public boolean enough() {
            return Evidence.of(probability) != Evidence.INSUFFICIENT;
        }

        /** Whether it is likely to be at or over what is asked for. */
        boolean likely() {
            return Evidence.of(probability) == Evidence.LIKELY_ABOVE;
        }

        /** The score with two decimals. */
        public String text() {
            return BigDecimal.valueOf(score).setScale(2, RoundingMode.HALF_UP).toPlainString();
        }

        /** The probability in whole percent. */
        public long percent() {
            return Math.round(100 * probability);
        }
    }

    /** Nobody whose rating counts had occasion to see it. */
    record NotObserved(int bar) implements Standing {}

    /** What the level asks for, 1 to 5. */
    int bar();
}
