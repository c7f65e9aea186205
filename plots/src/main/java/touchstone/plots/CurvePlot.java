package touchstone.plots;

import java.util.List;

/** Up to two curves over one axis, such as the reliability of one to twelve interviewers. */
public final class CurvePlot {

    private static final double LEFT = 44;
    private static final double TOP = 30;
    private static final double HEIGHT = 240;

    private CurvePlot() {}

    /**
     * One curve.
     *
     * @param name what it is
     * @param points in the order of x
     */
    public record Curve(String name, List<Point> points) {}

    /** A point of a curve. */
    public record Point(double x, double y) {}

    /**
     * The drawing.
     *
     * @param curves one or two, each with a point
     * @param low lowest y
     * @param high highest y
     * @param reference y of a dashed line, such as the wanted reliability
     */
    public static String draw(Caption caption, List<Curve> curves, double low, double high, double reference) {
        double from = curves.stream()
                .flatMap(curve -> curve.points().stream())
                .mapToDouble(Point::x)
                .min()
                .orElse(0);
        double to = curves.stream()
                .flatMap(curve -> curve.points().stream())
                .mapToDouble(Point::x)
                .max()
                .orElse(1);
        Axis across = Axis.around(from, to, LEFT, Svg.WIDTH - 14);
        Axis up = new Axis(low, high, TOP + HEIGHT, TOP);
        Svg svg = new Svg();
        across.drawBelow(svg, TOP, TOP + HEIGHT, caption.axis());
        up.drawLeft(svg, LEFT, Svg.WIDTH - 14);
        svg.line("plot-reference", LEFT, up.at(reference), Svg.WIDTH - 14, up.at(reference));
        for (int i = 0; i < curves.size(); i++) {
            String style = i == 0 ? "plot-line" : "plot-line-2";
            double x = LEFT + i * (Svg.WIDTH - LEFT) / 2;
            svg.line(style, x, 12, x + 22, 12);
            svg.text("plot-label", "start", x + 28, 16, curves.get(i).name());
            curve(svg, across, up, curves.get(i), i == 0 ? "plot-dot" : "plot-dot-marked", style);
        }
        return svg.end(caption, TOP + HEIGHT + 44);
    }

    private static void curve(Svg svg, Axis across, Axis up, Curve curve, String dots, String style) {
        StringBuilder steps = new StringBuilder();
        for (Point point : curve.points()) {
            steps.append(steps.isEmpty() ? "M" : " L")
                    .append(Svg.number(across.at(point.x())))
                    .append(' ')
                    .append(Svg.number(up.at(point.y())));
        }
        svg.path(style, steps.toString());
        for (Point point : curve.points()) {
            svg.dot(
                    dots,
                    across.at(point.x()),
                    up.at(point.y()),
                    3,
                    curve.name() + ", " + Svg.said(point.x()) + ": " + Svg.said(point.y()));
        }
    }
}
