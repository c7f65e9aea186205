package touchstone.runner.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import touchstone.runner.lab.LabFolder;
import touchstone.runner.score.CriterionResult.Anchor;

/**
 * Turns the values that the ladder's rungs reached into points: broken earns 0, naive 40, solid 75 and expert 100 of a
 * hundred, linear in between.
 *
 * <p>Rungs tie on a criterion when they lie within 5 % of the range from broken to expert, or when the better rung did worse:
 * so small a step would turn noise into points. Tied rungs become one anchor, which earns the higher share, except that a tie
 * with the worst rung earns nothing. What is worse than the worst anchor earns nothing, what
 * is better than the best earns all.
 */
public final class Anchors {

    private static final Map<String, Double> SHARES =
            Map.of("broken", 0.0, "naive", 0.40, "solid", 0.75, "expert", 1.0);

    private static final double TIE = 0.05;

    private Anchors() {}

    /**
     * The anchors of one criterion, from worst to best.
     *
     * @param values measured value by rung, for all four rungs
     * @throws IllegalArgumentException when a rung is missing
     */
    public static List<Anchor> of(Map<String, Double> values) {
        for (String rung : LabFolder.RUNGS) {
            if (!values.containsKey(rung)) {
                throw new IllegalArgumentException("the anchors lack the rung " + rung);
            }
        }
        double sign = value(values, "expert") >= value(values, "broken") ? 1 : -1;
        double tie = TIE * Math.abs(value(values, "expert") - value(values, "broken"));
        List<Anchor> fromBest = new ArrayList<>();
        double limit = Double.POSITIVE_INFINITY;
        for (String rung : LabFolder.RUNGS.reversed()) {
            double oriented = Math.min(limit, sign * value(values, rung));
            limit = oriented;
            if (!fromBest.isEmpty() && Math.abs(sign * fromBest.getLast().value() - oriented) <= tie) {
                Anchor better = fromBest.removeLast();
                List<String> rungs = new ArrayList<>(better.rungs());
                rungs.addFirst(rung);
                boolean worst = rung.equals(LabFolder.RUNGS.getFirst()) && !rungs.contains("expert");
                fromBest.add(new Anchor(rungs, better.value(), worst ? 0 : better.share()));
            } else {
                fromBest.add(new Anchor(List.of(rung), sign * oriented, share(rung)));
            }
        }
        return List.copyOf(fromBest.reversed());
    }

    /** Share of the points (0 to 1) that a measured value earns. */
    public static double share(List<Anchor> anchors, double value) {
        Anchor worst = anchors.getFirst();
        Anchor best = anchors.getLast();
        double sign = best.value() >= worst.value() ? 1 : -1;
        if (sign * value >= sign * best.value()) {
            return best.share();
        }
        if (sign * value <= sign * worst.value()) {
            return sign * value < sign * worst.value() ? 0 : worst.share();
        }
        for (int i = 1; i < anchors.size(); i++) {
            Anchor below = anchors.get(i - 1);
            Anchor above = anchors.get(i);
            if (sign * value <= sign * above.value()) {
                double part = (value - below.value()) / (above.value() - below.value());
                return below.share() + part * (above.share() - below.share());
            }
        }
        return best.share();
    }

    private static double share(String rung) {
        Double share = SHARES.get(rung);
        if (share == null) {
            throw new IllegalArgumentException("unknown rung " + rung);
        }
        return share;
    }

    private static double value(Map<String, Double> values, String rung) {
        Double value = values.get(rung);
        if (value == null) {
            throw new IllegalArgumentException("the anchors lack the rung " + rung);
        }
        return value;
    }
}
