package touchstone.runner.validate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import touchstone.runner.lab.Criterion;
import touchstone.runner.lab.LabFolder;
import touchstone.runner.score.Calibration;

/** The results of a validation's trials, by solution. */
record Results(List<Criterion> criteria, List<TrialResult> all) {

    List<TrialResult> of(Trial.Group group, String name) {
        return all.stream()
                .filter(result -> result.trial().group() == group && result.trial().name().equals(name))
                .toList();
    }

    List<String> names(Trial.Group group) {
        return all.stream()
                .filter(result -> result.trial().group() == group)
                .map(result -> result.trial().name())
                .distinct()
                .toList();
    }

    List<Double> totals(Trial.Group group, String name, Calibration calibration) {
        return of(group, name).stream()
                .map(result -> result.total(criteria, calibration))
                .toList();
    }

    /** Points of one criterion over the seeds. */
    List<Double> points(Trial.Group group, String name, Criterion criterion, Calibration calibration) {
        return of(group, name).stream()
                .map(result -> result.points(criterion, calibration))
                .toList();
    }

    /**
     * The anchors that the rungs of these results define.
     *
     * <p>A rung that could not be measured on a criterion takes the value of the next better rung, so that they tie.
     */
    Calibration calibrate(int gradingVersion, List<Long> seeds) {
        Map<String, Map<String, Double>> values = new LinkedHashMap<>();
        for (Criterion criterion : criteria) {
            Map<String, Double> byRung = new HashMap<>();
            double better = 0;
            for (String rung : LabFolder.RUNGS.reversed()) {
                List<Double> measured = new ArrayList<>();
                of(Trial.Group.RUNG, rung).forEach(result -> {
                    Double value = result.values().get(criterion.id());
                    if (value != null) {
                        measured.add(value);
                    }
                });
                better = measured.isEmpty() ? better : rounded(Figures.mean(measured));
                byRung.put(rung, better);
            }
            values.put(criterion.id(), new java.util.TreeMap<>(byRung));
        }
        Calibration withoutScores = new Calibration(gradingVersion, seeds, values, Map.of());
        Map<String, Double> scores = new java.util.TreeMap<>();
        for (String rung : LabFolder.RUNGS) {
            scores.put(rung, rounded(Figures.mean(totals(Trial.Group.RUNG, rung, withoutScores))));
        }
        return new Calibration(gradingVersion, seeds, values, scores);
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
