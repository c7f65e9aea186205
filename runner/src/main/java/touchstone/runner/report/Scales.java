package touchstone.runner.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import touchstone.runner.report.PageView.Scale;
import touchstone.runner.report.PageView.Scale.Mark;
import touchstone.runner.score.CriterionResult;
import touchstone.runner.score.CriterionResult.Anchor;
import touchstone.runner.score.CriterionResult.Score;

/** Horizontal scales with the reference solutions marked; right is better. */
final class Scales {

    /** Labels closer than this, in percent of the width, stand on different lines. */
    private static final double LABEL_WIDTH = 17;

    private Scales() {}

    static Scale ofTotal(Report.Total total) {
        List<Mark> marks = new ArrayList<>();
        for (Map.Entry<String, Double> rung : total.rungs().entrySet()) {
            marks.add(new Mark(rung.getKey(), Figures.points(rung.getValue()), Figures.percent(rung.getValue()), 0));
        }
        String label = "Score " + Figures.points(total.value()) + " on a scale from 0 to 100, 95 % interval "
                + Figures.points(total.low()) + " to " + Figures.points(total.high());
        return scale(label, total.value(), total.low(), total.high(), marks);
    }

    /** A criterion's scale runs from no points to all points; each anchor carries the value that stands there. */
    static Optional<Scale> ofCriterion(CriterionResult result, Score.Scored scored) {
        if (result.anchors().size() < 2) {
            return Optional.empty();
        }
        List<Mark> marks = new ArrayList<>();
        for (Anchor anchor : result.anchors()) {
            marks.add(new Mark(
                    String.join(", ", anchor.rungs()),
                    Figures.bare(anchor.value(), result.criterion().unit()),
                    Figures.percent(100 * anchor.share()),
                    0));
        }
        double ofLow = 100 * share(result.anchors(), scored.low());
        double ofHigh = 100 * share(result.anchors(), scored.high());
        double value = 100 * scored.points() / Math.max(1, result.criterion().maxPoints());
        String label = "Earns " + Figures.points(value) + " % of the points";
        return Optional.of(scale(label, value, Math.min(ofLow, ofHigh), Math.max(ofLow, ofHigh), marks));
    }

    private static Scale scale(String label, double value, double low, double high, List<Mark> marks) {
        List<Double> ends = new ArrayList<>();
        List<Mark> placed = new ArrayList<>();
        marks.sort(Comparator.comparingDouble(Mark::at));
        for (Mark mark : marks) {
            int row = 0;
            while (row < ends.size() && mark.at() - ends.get(row) < LABEL_WIDTH) {
                row++;
            }
            if (row == ends.size()) {
                ends.add(mark.at());
            } else {
                ends.set(row, mark.at());
            }
            placed.add(new Mark(mark.name(), mark.figure(), mark.at(), row));
        }
        return new Scale(
                label, Figures.percent(value), Figures.percent(low), Figures.percent(high), placed, ends.size());
    }

    /** Linear between neighbouring anchors, level outside of them. Anchors stand in order of share. */
    private static double share(List<Anchor> anchors, double value) {
        for (int i = 1; i < anchors.size(); i++) {
            Anchor from = anchors.get(i - 1);
            Anchor to = anchors.get(i);
            double way = (value - from.value()) / (to.value() - from.value());
            if (way <= 1) {
                return from.share() + Math.max(0, way) * (to.share() - from.share());
            }
        }
        return anchors.getLast().share();
    }
}
