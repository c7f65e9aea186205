package touchstone.plots;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A linear axis with round ticks.
 *
 * @param low value at {@code from}
 * @param high value at {@code to}
 */
record Axis(double low, double high, double from, double to) {

    /** An axis that holds both values, with a little air. */
    static Axis around(double low, double high, double from, double to) {
        double air = high > low ? 0.04 * (high - low) : 0.5;
        return new Axis(low - air, high + air, from, to);
    }

    double at(double value) {
        return from + (value - low) / (high - low) * (to - from);
    }

    private double step() {
        double rough = (high - low) / 6;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double share = rough / power;
        return power * (share <= 1 ? 1 : share <= 2 ? 2 : share <= 5 ? 5 : 10);
    }

    List<Double> ticks() {
        double step = step();
        List<Double> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(low / step); i * step <= high + 1e-9 * step; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    String words(double tick) {
        int decimals = (int) Math.max(0, -Math.floor(Math.log10(step()) + 1e-9));
        return String.format(Locale.ROOT, "%." + decimals + "f", tick + 0.0);
    }

    /** Draws vertical grid lines with numbers below, and the axis' meaning. */
    void drawBelow(Svg svg, double top, double bottom, String meaning) {
        for (double tick : ticks()) {
            svg.line("plot-grid", at(tick), top, at(tick), bottom);
            svg.text("plot-soft", "middle", at(tick), bottom + 16, words(tick));
        }
        svg.text("plot-soft", "middle", (from + to) / 2, bottom + 34, meaning);
    }

    /** Draws horizontal grid lines with numbers at the left. */
    void drawLeft(Svg svg, double left, double right) {
        for (double tick : ticks()) {
            svg.line("plot-grid", left, at(tick), right, at(tick));
            svg.text("plot-soft", "end", left - 6, at(tick) + 4, words(tick));
        }
    }
}
