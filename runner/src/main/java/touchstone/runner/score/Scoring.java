package touchstone.runner.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import touchstone.chance.Chance;
import touchstone.measurement.interval.ClusterBootstrap;
import touchstone.measurement.interval.Interval;
import touchstone.measurement.interval.Wilson;
import touchstone.runner.lab.Criterion;
import touchstone.runner.lab.Lab;
import touchstone.runner.lab.Measure;
import touchstone.runner.run.RunLog;
import touchstone.runner.score.CriterionResult.Anchor;
import touchstone.runner.score.CriterionResult.Score;
import touchstone.simulator.ledger.LedgerEntry;

/**
 * Scores a run: a pure function of ledger and run log, so that a stored run always scores to the same bytes.
 *
 * <p>A criterion's value is the sum of its numerators over the sum of its denominators; its points are piecewise linear
 * through the anchors. The interval of a proportion of items is Wilson's; all others resample clusters of items, all criteria together, so that the interval of the total knows that one bad
 * item can cost points in several places.
 */
public final class Scoring {

    private static final int MOST_EXAMPLES = 3;

    private Scoring() {}

    /**
     * What came out.
     *
     * @param total 0 to 100
     * @param interval 95 % interval of the total
     */
    public record Result(double total, Interval interval, List<CriterionResult> criteria) {}

    /** Scores one run. */
    public static Result score(Lab lab, Calibration calibration, RunLog log, List<LedgerEntry> ledger) {
        List<Criterion> criteria = lab.criteria();
        List<Measure> measures = lab.measure(log, ledger);
        Sums sums = new Sums(log, measures);
        List<List<Anchor>> anchors = criteria.stream()
                .map(criterion -> calibration.anchors(criterion.id()))
                .toList();
        Chance chance = Chance.ofSeed(log.header().seed()).stream("score-interval");
        List<CriterionResult> results = new ArrayList<>();
        for (int i = 0; i < criteria.size(); i++) {
            results.add(result(criteria.get(i), measures.get(i), anchors.get(i), sums, i, chance));
        }
        int[] once = sums.once();
        double total = total(criteria, anchors, sums, once);
        Interval interval = ClusterBootstrap.withDefaults()
                .interval(sums.clusters(), counts -> total(criteria, anchors, sums, counts), chance.stream("total"));
        return new Result(total, interval, List.copyOf(results));
    }

    private static CriterionResult result(
            Criterion criterion, Measure measure, List<Anchor> anchors, Sums sums, int index, Chance chance) {
        if (!criterion.id().equals(measure.criterion())) {
            throw new IllegalArgumentException(
                    "measure " + measure.criterion() + " stands where criterion " + criterion.id() + " was expected");
        }
        List<Measure.Example> examples =
                measure.examples().stream().limit(MOST_EXAMPLES).toList();
        int[] once = sums.once();
        double denominator = sums.denominator(index, once);
        if (denominator == 0) {
            Score none = new Score.Unscored("Nothing that could be measured took place.");
            return new CriterionResult(criterion, none, measure.finding(), examples, anchors);
        }
        double numerator = sums.numerator(index, once);
        double value = numerator / denominator;
        Interval interval = isProportion(measure)
                ? Wilson.withDefaults().interval((int) numerator, (int) denominator)
                : resampled(sums, index, value, chance.stream(criterion.id()));
        double points = criterion.maxPoints() * Anchors.share(anchors, value);
        Score scored = new Score.Scored(value, numerator, denominator, interval.low(), interval.high(), points);
        return new CriterionResult(criterion, scored, measure.finding(), examples, anchors);
    }

    /** Whether each item counts once, alone, as well or badly: then the interval of a proportion holds even for 5 of 5. */
    private static boolean isProportion(Measure measure) {
        long clusters = measure.contributions().stream()
                .map(Measure.Contribution::cluster)
                .distinct()
                .count();
        return clusters == measure.contributions().size()
                && measure.contributions().stream()
                        .allMatch(part -> part.denominator() == 1 && (part.numerator() == 0 || part.numerator() == 1));
    }

    private static Interval resampled(Sums sums, int index, double value, Chance chance) {
        return ClusterBootstrap.withDefaults()
                .interval(
                        sums.clusters(),
                        counts -> {
                            double drawn = sums.denominator(index, counts);
                            return drawn == 0 ? value : sums.numerator(index, counts) / drawn;
                        },
                        chance);
    }

    private static double total(List<Criterion> criteria, List<List<Anchor>> anchors, Sums sums, int[] counts) {
        double total = 0;
        boolean gateClosed = false;
        for (int i = 0; i < criteria.size(); i++) {
            double denominator = sums.denominator(i, counts);
            double share =
                    denominator == 0 ? 0 : Anchors.share(anchors.get(i), sums.numerator(i, counts) / denominator);
            total += criteria.get(i).maxPoints() * share;
            gateClosed |= criteria.get(i).gate() && share == 0;
        }
        return gateClosed ? 0 : total;
    }

    /** Numerators and denominators by criterion and cluster. */
    private static final class Sums {

        private final double[][] numerators;
        private final double[][] denominators;
        private final int clusters;

        Sums(RunLog log, List<Measure> measures) {
            Map<String, String> clusterOf = clusters(measures);
            Map<String, Integer> index = new LinkedHashMap<>();
            for (RunLog.ItemRecord record : log.items()) {
                String item = record.item().id();
                index.putIfAbsent(clusterOf.getOrDefault(item, item), index.size());
            }
            clusterOf.values().forEach(cluster -> index.putIfAbsent(cluster, index.size()));
            clusters = Math.max(1, index.size());
            numerators = new double[measures.size()][clusters];
            denominators = new double[measures.size()][clusters];
            for (int i = 0; i < measures.size(); i++) {
                for (Measure.Contribution part : measures.get(i).contributions()) {
                    int at = index.getOrDefault(clusterOf.getOrDefault(part.item(), part.item()), 0);
                    numerators[i][at] += part.numerator();
                    denominators[i][at] += part.denominator();
                }
            }
        }

        /** The cluster of each item that takes part: the same for all criteria, so that they are resampled together. */
        private static Map<String, String> clusters(List<Measure> measures) {
            Map<String, String> clusters = new LinkedHashMap<>();
            for (Measure measure : measures) {
                for (Measure.Contribution part : measure.contributions()) {
                    clusters.merge(
                            part.item(), part.cluster(), (known, more) -> known.equals(part.item()) ? more : known);
                }
            }
            return clusters;
        }

        int clusters() {
            return clusters;
        }

        int[] once() {
            int[] counts = new int[clusters];
            Arrays.fill(counts, 1);
            return counts;
        }

        double numerator(int criterion, int[] counts) {
            return weighted(numerators[criterion], counts);
        }

        double denominator(int criterion, int[] counts) {
            return weighted(denominators[criterion], counts);
        }

        private static double weighted(double[] values, int[] counts) {
            double sum = 0;
            for (int i = 0; i < values.length; i++) {
                sum += counts[i] * values[i];
            }
            return sum;
        }
    }
}
