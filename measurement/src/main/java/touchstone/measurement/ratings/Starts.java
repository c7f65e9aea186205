package touchstone.measurement.ratings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where a search begins. */
final class Starts {

    private Starts() {}

    /** Candidates at the logit of their share of the highest score, thresholds at the logits of neighbouring counts. */
    static Point fromScores(Problem problem) {
        Point start = problem.start();
        RatingTable table = problem.table;
        int steps = problem.layout.steps;
        double[] counts = new double[steps + 1];
        for (int n = 0; n < start.theta.length; n++) {
            double score = 0;
            double most = 0;
            for (int row = table.firstRow(n); row < table.firstRow(n + 1); row++) {
                double weight = problem.weight(row);
                score += weight * table.step(row);
                most += weight * steps;
                counts[table.step(row)] += weight;
            }
            if (!problem.thetaFixed[n] && most > 0) {
                start.theta[n] = Math.log((score + 0.3) / (most - score + 0.3));
            }
        }
        double mean = Math.log((counts[0] + 0.5) / (counts[steps] + 0.5)) / steps;
        for (int g = 0; g < problem.layout.groups; g++) {
            for (int h = 1; h <= steps; h++) {
                start.rest[problem.layout.threshold(g) + h - 1] =
                        Math.log((counts[h - 1] + 0.5) / (counts[h] + 0.5)) - mean;
            }
        }
        return start;
    }

    /** The measures of an earlier fit, where an element of that name was in it. */
    static Point fromFit(Problem problem, Fit earlier) {
        Point start = fromScores(problem);
        copy(earlier.candidates(), problem.table.candidates(), start.theta, 0, problem.thetaFixed);
        for (int f = 0; f < problem.layout.offset.length; f++) {
            Facet facet = problem.table.facets().get(f);
            if (earlier.table().indexOf(facet.name()) >= 0) {
                copy(
                        earlier.facet(facet.name()),
                        facet.elements(),
                        start.rest,
                        problem.layout.offset[f],
                        problem.restFixed);
            }
        }
        Layout then = earlier.problem.layout;
        Layout now = problem.layout;
        if (then.steps == now.steps && then.groups == now.groups) {
            System.arraycopy(earlier.point.rest, then.thresholds, start.rest, now.thresholds, now.groups * now.steps);
        }
        return start;
    }

    private static void copy(List<Measure> from, List<String> names, double[] into, int offset, boolean[] fixed) {
        Map<String, Double> known = new HashMap<>();
        from.forEach(measure -> known.put(measure.element(), measure.value()));
        for (int i = 0; i < names.size(); i++) {
            if (!fixed[offset + i]) {
                into[offset + i] = known.getOrDefault(names.get(i), into[offset + i]);
            }
        }
    }
}
