package touchstone.runner.validate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import touchstone.runner.Outcome;
import touchstone.runner.lab.Criterion;
import touchstone.runner.lab.Measure;
import touchstone.runner.score.Anchors;
import touchstone.runner.score.Calibration;

/**
 * What a trial measured.
 *
 * @param values measured value by criterion; a criterion that could not be measured is missing
 * @param unrecognised share of its calls, 0 to 1, that the simulated model did not understand
 */
record TrialResult(Trial trial, Outcome outcome, Map<String, Double> values, double unrecognised) {

    static Map<String, Double> values(List<Measure> measures) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (Measure measure : measures) {
            double numerator = 0;
            double denominator = 0;
            for (Measure.Contribution part : measure.contributions()) {
                numerator += part.numerator();
                denominator += part.denominator();
            }
            if (denominator != 0) {
                values.put(measure.criterion(), numerator / denominator);
            }
        }
        return values;
    }

    /** Points for one criterion; 0 where nothing was measured. */
    double points(Criterion criterion, Calibration calibration) {
        Double value = values.get(criterion.id());
        return value == null ? 0 : criterion.maxPoints() * Anchors.share(calibration.anchors(criterion.id()), value);
    }

    /** Points of all criteria together. */
    double total(List<Criterion> criteria, Calibration calibration) {
        return criteria.stream()
                .mapToDouble(criterion -> points(criterion, calibration))
                .sum();
    }
}
