package touchstone.runner.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import touchstone.runner.lab.Figure;
import touchstone.runner.report.FigureView.Lane;
import touchstone.runner.report.FigureView.Mark;
import touchstone.runner.report.FigureView.Table;

/** Lays out dots in two lanes, what went well above what went badly. Close dots stand on each other. */
final class DotLanes {

    /** Dots closer than this, in percent of the width, would touch on a narrow page. */
    private static final double DOT_WIDTH = 2.2;

    private static final int ROW_PIXELS = 9;
    private static final int MOST_ROWS = 14;
    private static final int MOST_DOTS = 600;
    private static final int STEPS = 6;

    private DotLanes() {}

    static FigureView of(String id, Figure.Dots figure) {
        List<Figure.Dot> dots = figure.dots().stream()
                .filter(dot -> Double.isFinite(dot.x()))
                .sorted(Comparator.comparingDouble(Figure.Dot::x))
                .toList();
        double least = dots.isEmpty() ? 0 : dots.getFirst().x();
        double most = dots.isEmpty() ? 1 : dots.getLast().x();
        Axis axis = Axis.around(least, most, STEPS, value -> Figures.bare(value, figure.x()));
        int stride = (dots.size() + MOST_DOTS - 1) / MOST_DOTS;
        List<Lane> lanes = new ArrayList<>();
        for (boolean good : new boolean[] {true, false}) {
            lanes.add(lane(dots.stream().filter(dot -> dot.good() == good).toList(), good, Math.max(1, stride), axis));
        }
        return new FigureView.Dots(
                id,
                Drawings.text(figure.title()),
                Drawings.text(figure.caption()),
                summary(lanes, dots),
                Drawings.axisName(figure.x()),
                lanes,
                axis.ticks(),
                table(figure, lanes, dots, axis, stride));
    }

    private static Lane lane(List<Figure.Dot> dots, boolean good, int stride, Axis axis) {
        List<Double> ends = new ArrayList<>();
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < dots.size(); i += stride) {
            double x = axis.at(dots.get(i).x());
            int row = 0;
            while (row < ends.size() && x - ends.get(row) < DOT_WIDTH && row < MOST_ROWS - 1) {
                row++;
            }
            if (row == ends.size()) {
                ends.add(x);
            } else {
                ends.set(row, x);
            }
            marks.add(new Mark(x, row, Drawings.name(dots.get(i).label())));
        }
        int height = ROW_PIXELS * Math.max(2, ends.size() + 1);
        List<Mark> fromTheGround = marks.stream()
                .map(mark -> new Mark(mark.x(), height - ROW_PIXELS * (mark.y() + 0.5) - 2, mark.title()))
                .toList();
        return new Lane(label(dots, good), good, height, fromTheGround);
    }

    /** The word that all dots of the lane share, where there is one. */
    private static String label(List<Figure.Dot> dots, boolean good) {
        Set<String> labels = dots.stream().map(Figure.Dot::label).collect(Collectors.toSet());
        String word = labels.size() == 1 ? labels.iterator().next() : "";
        return word.isBlank() || word.length() > 16 ? (good ? "went well" : "went badly") : word;
    }

    private static String summary(List<Lane> lanes, List<Figure.Dot> dots) {
        long good = dots.stream().filter(Figure.Dot::good).count();
        return Figures.whole(dots.size()) + (dots.size() == 1 ? " event: " : " events: ") + Figures.whole(good) + " "
                + lanes.getFirst().label() + ", " + Figures.whole(dots.size() - good) + " "
                + lanes.getLast().label() + ".";
    }

    /** Counts from tick to tick of the axis. */
    private static Table table(Figure.Dots figure, List<Lane> lanes, List<Figure.Dot> dots, Axis axis, int stride) {
        List<List<String>> rows = new ArrayList<>();
        int ranges = axis.ticks().size() - 1;
        double width = (axis.to() - axis.from()) / ranges;
        for (int i = 0; i < ranges; i++) {
            double from = axis.from() + i * width;
            double to = from + width;
            boolean last = i == ranges - 1;
            List<Figure.Dot> inside = dots.stream()
                    .filter(dot -> dot.x() >= from && (last || dot.x() < to))
                    .toList();
            long good = inside.stream().filter(Figure.Dot::good).count();
            rows.add(List.of(
                    Figures.bare(from, figure.x()) + " to " + Figures.bare(to, figure.x()),
                    Figures.whole(good),
                    Figures.whole(inside.size() - good)));
        }
        String note = stride > 1 ? "Every dot is counted here; the drawing shows 1 in " + stride + "." : "";
        return new Table(
                List.of(
                        Drawings.axisName(figure.x()),
                        lanes.getFirst().label(),
                        lanes.getLast().label()),
                rows,
                note);
    }
}
