package touchstone.runner.score;

import java.util.List;
import touchstone.runner.lab.Criterion;
import touchstone.runner.lab.Measure;

/**
 * A criterion with its measured value and points.
 *
 * @param examples at most three
 * @param anchors values that the ladder's rungs reached on the calibration seeds, from broken to expert
 */
public record CriterionResult(
        Criterion criterion, Score score, String finding, List<Measure.Example> examples, List<Anchor> anchors) {

    /** Either measured, or not with the reason. */
    public sealed interface Score {

        /**
         * @param value numerator divided by denominator
         * @param low lower end of the 95 % interval of the value, by resampling items
         * @param points from 0 to the criterion's maximum
         */
        record Scored(double value, double numerator, double denominator, double low, double high, double points)
                implements Score {}

        /** Nothing could be measured; counts 0 points. */
        record Unscored(String reason) implements Score {}
    }

    /**
     * A measured value and the share of the points that it earns (0 to 1).
     *
     * @param rungs names of the rungs that define it; more than one when they tie
     */
    public record Anchor(List<String> rungs, double value, double share) {}
}
