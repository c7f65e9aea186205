package touchstone.plots;

import java.util.List;

/** Fit plot: how consistent each rater is, beside how severe. Between .5 and 1.5 is productive (Linacre). */
public final class FitPlot {

    private static final double LOW = 0.5;
    private static final double HIGH = 1.5;
    private static final double LEFT = 44;
    private static final double TOP = 12;
    private static final double HEIGHT = 260;
    private static final double LARGEST = 4;

    private FitPlot() {}

    /**
     * One rater.
     *
     * @param severity horizontal place
     * @param infit mean square, 1 is as expected; drawn at 4 at most
     */
    public record Rater(String label, double severity, double infit) {}

    /** The drawing; raters outside the band carry their names. */
    public static String draw(Caption caption, List<Rater> raters) {
        double low = raters.stream().mapToDouble(Rater::severity).min().orElse(0);
        double high = raters.stream().mapToDouble(Rater::severity).max().orElse(0);
        double top = raters.stream()
                .mapToDouble(rater -> Math.min(LARGEST, rater.infit()))
                .reduce(2, Math::max);
        Axis across = Axis.around(low, high, LEFT, Svg.WIDTH - 14);
        Axis up = new Axis(0, top * 1.05, TOP + HEIGHT, TOP);
        Svg svg = new Svg();
        svg.box("plot-band", LEFT, up.at(HIGH), Svg.WIDTH - 14 - LEFT, up.at(LOW) - up.at(HIGH));
        across.drawBelow(svg, TOP, TOP + HEIGHT, caption.axis());
        up.drawLeft(svg, LEFT, Svg.WIDTH - 14);
        svg.line("plot-reference", LEFT, up.at(1), Svg.WIDTH - 14, up.at(1));
        for (Rater rater : raters) {
            boolean outside = rater.infit() < LOW || rater.infit() > HIGH;
            double x = across.at(rater.severity());
            double y = up.at(Math.min(LARGEST, rater.infit()));
            svg.dot(
                    outside ? "plot-dot-marked" : "plot-dot",
                    x,
                    y,
                    4.5,
                    rater.label() + ": severity " + Svg.said(rater.severity()) + ", infit " + Svg.said(rater.infit()));
            if (outside) {
                boolean right = x < (LEFT + Svg.WIDTH) / 2;
                svg.text("plot-label", right ? "start" : "end", x + (right ? 8 : -8), y + 4, Svg.label(rater.label()));
            }
        }
        return svg.end(caption, TOP + HEIGHT + 44);
    }
}
