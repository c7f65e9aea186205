package touchstone.plots;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Wright map: candidates and what measured them on one vertical scale: able candidates, severe interviewers, hard questions at the
 * top. Named after B. D. Wright; M. Wilson, "Constructing Measures", 2005, chapter 5.
 */
public final class WrightMap {

    private static final double HEIGHT = 420;
    private static final double TOP = 30;
    private static final double LEFT = 44;
    private static final double LINE = 13;
    private static final int MOST_NAMES = 30;
    private static final int BINS = 28;

    private WrightMap() {}

    /**
     * One column.
     *
     * @param name what stands in it, such as "interviewers"
     */
    public record Column(String name, List<Mark> marks) {}

    /**
     * The drawing: a column of up to 30 marks shows their names, a longer one a histogram.
     *
     * @param columns one to four, candidates first
     */
    public static String draw(Caption caption, List<Column> columns) {
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("a map needs a column");
        }
        double low = columns.stream()
                .flatMap(column -> column.marks().stream())
                .mapToDouble(Mark::value)
                .min()
                .orElse(0);
        double high = columns.stream()
                .flatMap(column -> column.marks().stream())
                .mapToDouble(Mark::value)
                .max()
                .orElse(0);
        Axis axis = Axis.around(low, high, TOP + HEIGHT, TOP);
        Svg svg = new Svg();
        axis.drawLeft(svg, LEFT, Svg.WIDTH - 4);
        double width = (Svg.WIDTH - 4 - LEFT) / columns.size();
        for (int i = 0; i < columns.size(); i++) {
            double x = LEFT + i * width;
            svg.text("plot-label", "start", x + 8, 16, columns.get(i).name());
            svg.line("plot-axis", x, TOP, x, TOP + HEIGHT);
            if (columns.get(i).marks().size() <= MOST_NAMES) {
                names(svg, axis, columns.get(i).marks(), x, width);
            } else {
                histogram(svg, axis, columns.get(i).marks(), x, width);
            }
        }
        svg.text("plot-soft", "start", 0, TOP + HEIGHT + 24, caption.axis());
        return svg.end(caption, TOP + HEIGHT + 32);
    }

    private static void names(Svg svg, Axis axis, List<Mark> marks, double x, double width) {
        List<Mark> sorted = new ArrayList<>(marks);
        sorted.sort(Comparator.comparingDouble(Mark::value).reversed().thenComparing(Mark::label));
        double[] places =
                apart(sorted.stream().mapToDouble(mark -> axis.at(mark.value())).toArray());
        int fits = (int) Math.max(4, (width - 26) / 6.6);
        for (int i = 0; i < places.length; i++) {
            Mark mark = sorted.get(i);
            double y = axis.at(mark.value());
            svg.dot(
                    mark.marked() ? "plot-dot-marked" : "plot-dot",
                    x,
                    y,
                    3.5,
                    mark.label() + ": " + Svg.said(mark.value()));
            svg.line("plot-grid", x + 4, y, x + 14, places[i]);
            String label = mark.label();
            svg.text(
                    "plot-label",
                    "start",
                    x + 17,
                    places[i] + 4,
                    label.length() <= fits ? label : label.substring(0, fits - 1) + "…");
        }
    }

    /** Places one line apart that are as near as possible to the wanted ones, which rise (isotonic regression). */
    private static double[] apart(double[] wanted) {
        double[] means = new double[wanted.length];
        int[] counts = new int[wanted.length];
        int blocks = 0;
        for (int i = 0; i < wanted.length; i++) {
            double mean = wanted[i] - i * LINE;
            int count = 1;
            while (blocks > 0 && means[blocks - 1] > mean) {
                blocks--;
                mean = (mean * count + means[blocks] * counts[blocks]) / (count + counts[blocks]);
                count += counts[blocks];
            }
            means[blocks] = mean;
            counts[blocks++] = count;
        }
        double[] places = new double[wanted.length];
        int next = 0;
        for (int block = 0; block < blocks; block++) {
            double inside = Math.clamp(means[block], TOP + 4, TOP + HEIGHT - (wanted.length - 1) * LINE);
            for (int i = 0; i < counts[block]; i++) {
                places[next] = inside + next * LINE;
                next++;
            }
        }
        return places;
    }

    private static void histogram(Svg svg, Axis axis, List<Mark> marks, double x, double width) {
        int[] counts = new int[BINS];
        double height = HEIGHT / BINS;
        for (Mark mark : marks) {
            counts[Math.clamp((int) ((axis.at(mark.value()) - TOP) / height), 0, BINS - 1)]++;
        }
        int most = 1;
        for (int count : counts) {
            most = Math.max(most, count);
        }
        for (int bin = 0; bin < BINS; bin++) {
            if (counts[bin] > 0) {
                double length = Math.max(2, (width - 40) * counts[bin] / most);
                svg.box("plot-bar", x + 2, TOP + bin * height + 1, length, height - 2);
                svg.text(
                        "plot-soft",
                        "start",
                        x + length + 7,
                        TOP + bin * height + height / 2 + 4,
                        Integer.toString(counts[bin]));
            }
        }
    }
}
