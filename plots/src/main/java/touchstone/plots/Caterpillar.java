package touchstone.plots;

import java.util.Comparator;
import java.util.List;

/** Caterpillar plot: estimates with their intervals, one line each, from the highest to the lowest. */
public final class Caterpillar {

    private static final int MOST_LINES = 80;
    private static final double LINE = 18;
    private static final double TOP = 8;

    private Caterpillar() {}

    /**
     * The drawing. Of more than 80 marks it shows the 40 highest and the 40 lowest and says so.
     *
     * @param reference value of a dashed line, such as the average
     */
    public static String draw(Caption caption, List<Mark> marks, double reference) {
        List<Mark> sorted = marks.stream()
                .sorted(Comparator.comparingDouble(Mark::value).reversed().thenComparing(Mark::label))
                .toList();
        double edge = 16
                + 6.6
                        * sorted.stream()
                                .mapToInt(mark -> Svg.label(mark.label()).length())
                                .max()
                                .orElse(1);
        int left = Math.max(0, sorted.size() - MOST_LINES);
        double low = sorted.stream().mapToDouble(Mark::low).reduce(reference, Math::min);
        double high = sorted.stream().mapToDouble(Mark::high).reduce(reference, Math::max);
        Axis axis = Axis.around(low, high, edge, Svg.WIDTH - 14);
        double bottom = TOP + LINE * (Math.min(sorted.size(), MOST_LINES) + (left > 0 ? 1 : 0));
        Svg svg = new Svg();
        axis.drawBelow(svg, TOP, bottom, caption.axis());
        svg.line("plot-reference", axis.at(reference), TOP, axis.at(reference), bottom);
        double y = TOP + LINE / 2;
        for (int i = 0; i < sorted.size(); i++) {
            if (left > 0 && i == MOST_LINES / 2) {
                svg.text("plot-soft", "middle", (edge + Svg.WIDTH) / 2, y + 4, left + " more between these");
                y += LINE;
                i += left;
            }
            line(svg, axis, sorted.get(i), edge, y);
            y += LINE;
        }
        return svg.end(caption, bottom + 44);
    }

    private static void line(Svg svg, Axis axis, Mark mark, double edge, double y) {
        svg.text("plot-label", "end", edge - 10, y + 4, Svg.label(mark.label()));
        mark.interval().ifPresent(range -> svg.line("plot-range", axis.at(range.low()), y, axis.at(range.high()), y));
        String words = mark.label() + ": " + Svg.said(mark.value())
                + mark.interval()
                        .map(range -> " (" + Svg.said(range.low()) + " to " + Svg.said(range.high()) + ")")
                        .orElse("");
        svg.dot(mark.marked() ? "plot-dot-marked" : "plot-dot", axis.at(mark.value()), y, 4.5, words);
    }
}
