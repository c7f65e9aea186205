package touchstone.runner.score;

import java.util.List;
import java.util.Map;

/**
 * What the ladder reached on the calibration seeds; part of seeds.lock and frozen for a grading version.
 *
 * @param gradingVersion the version these numbers belong to
 * @param seeds the calibration seeds
 * @param values by criterion, then by rung: the mean measured value
 * @param scores by rung: the mean total score under these anchors
 */
public record Calibration(
        int gradingVersion, List<Long> seeds, Map<String, Map<String, Double>> values, Map<String, Double> scores) {

    public Calibration {
        seeds = List.copyOf(seeds);
        values = Map.copyOf(values);
        scores = Map.copyOf(scores);
    }

    /**
     * The anchors of a criterion.
     *
     * @throws IllegalArgumentException when this calibration does not know it
     */
    public List<CriterionResult.Anchor> anchors(String criterion) {
        Map<String, Double> rungs = values.get(criterion);
        if (rungs == null) {
            throw new IllegalArgumentException("seeds.lock has no anchors for the criterion '" + criterion
                    + "'; calibrate the lab again with 'lab validate --calibrate'");
        }
        return Anchors.of(rungs);
    }
}
