package touchstone.runner.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import touchstone.runner.lab.Figure;
import touchstone.runner.report.FigureView.CurveLine;
import touchstone.runner.report.FigureView.Frame;
import touchstone.runner.report.FigureView.Table;

/** Lays out curves. */
final class Curves {

    /** Colours and dashes in the style sheet. */
    private static final int STYLES = 5;

    private static final int STEPS = 5;
    private static final int MOST_LINES = 10;
    private static final int MOST_DOTS = 25;
    private static final int TABLE_ROWS = 11;

    private Curves() {}

    static FigureView of(String id, Figure.Curve figure) {
        List<Figure.Line> lines = figure.lines().stream()
                .limit(MOST_LINES)
                .map(Curves::finite)
                .filter(line -> !line.points().isEmpty())
                .toList();
        List<Figure.Point> all =
                lines.stream().flatMap(line -> line.points().stream()).toList();
        Axis across = axis(all.stream().map(Figure.Point::x).toList(), figure.x(), true);
        Axis upwards = axis(all.stream().map(Figure.Point::y).toList(), figure.y(), false);
        List<CurveLine> drawn = new ArrayList<>();
        for (Figure.Line line : lines) {
            drawn.add(line(line, drawn.size() % STYLES, across, upwards));
        }
        return new FigureView.Curve(
                id,
                Drawings.text(figure.title()),
                Drawings.text(figure.caption()),
                summary(figure, lines),
                new Frame(
                        Drawings.axisName(figure.x()), Drawings.axisName(figure.y()), across.ticks(), upwards.ticks()),
                List.copyOf(drawn),
                table(figure, lines));
    }

    private static Figure.Line finite(Figure.Line line) {
        return new Figure.Line(
                line.label(),
                line.points().stream()
                        .filter(point -> Double.isFinite(point.x()) && Double.isFinite(point.y()))
                        .toList());
    }

    /** A share across the page runs to its end, so that two reports can be laid side by side. */
    private static Axis axis(List<Double> values, String unit, boolean whole) {
        double least = values.stream().mapToDouble(value -> value).min().orElse(0);
        double most = values.stream().mapToDouble(value -> value).max().orElse(1);
        boolean share = unit.startsWith(Drawings.SHARE) && least >= 0 && most <= 1;
        return share && whole
                ? Axis.ofShares(STEPS, value -> Figures.bare(value, unit))
                : Axis.around(least, most, STEPS, value -> Figures.bare(value, unit));
    }

    private static CurveLine line(Figure.Line line, int style, Axis across, Axis upwards) {
        List<String> places = line.points().stream()
                .map(point -> across.at(point.x()) + " " + upwards.fromEnd(point.y()))
                .toList();
        return new CurveLine(
                Drawings.name(line.label()),
                style,
                "M" + String.join("L", places) + (places.size() == 1 ? "h0" : ""),
                places.size() <= MOST_DOTS
                        ? places.stream().map(place -> "M" + place + "h0").collect(Collectors.joining())
                        : "");
    }

    private static String summary(Figure.Curve figure, List<Figure.Line> lines) {
        if (lines.isEmpty()) {
            return "Nothing was measured.";
        }
        return lines.stream()
                .map(line -> Drawings.name(line.label()) + " runs from "
                        + place(line.points().getFirst(), figure) + " to "
                        + place(line.points().getLast(), figure))
                .collect(Collectors.joining(
                        "; ",
                        Drawings.axisName(figure.y()) + " over "
                                + Drawings.axisName(figure.x()).toLowerCase(Locale.ROOT) + ": ",
                        "."));
    }

    private static String place(Figure.Point point, Figure.Curve figure) {
        return Figures.bare(point.y(), figure.y()) + " at " + Figures.bare(point.x(), figure.x());
    }

    /** Points of each line, evenly picked, its ends always among them. */
    private static Table table(Figure.Curve figure, List<Figure.Line> lines) {
        List<List<String>> rows = new ArrayList<>();
        int left = 0;
        for (Figure.Line line : lines) {
            int points = line.points().size();
            int shown = Math.min(points, TABLE_ROWS);
            for (int i = 0; i < shown; i++) {
                Figure.Point point =
                        line.points().get(shown == 1 ? 0 : (int) Math.round((double) i * (points - 1) / (shown - 1)));
                rows.add(List.of(
                        Drawings.name(line.label()),
                        Figures.bare(point.x(), figure.x()),
                        Figures.bare(point.y(), figure.y())));
            }
            left += points - shown;
        }
        String note = left == 0 ? "" : Figures.whole(left) + " more points are drawn and not listed.";
        return new Table(List.of("Line", Drawings.axisName(figure.x()), Drawings.axisName(figure.y())), rows, note);
    }
}
