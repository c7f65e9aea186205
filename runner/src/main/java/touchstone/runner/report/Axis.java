package touchstone.runner.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/** A linear axis that begins and ends at round numbers. Positions are in percent of its length. */
record Axis(double from, double to, List<Tick> ticks) {

    private static final double[] STEPS = {1, 2, 2.5, 5, 10};

    /** @param at in percent */
    record Tick(double at, String label) {}

    /**
     * The shortest round axis that holds these values and 0.
     *
     * @param steps most steps between the ticks
     */
    static Axis around(double least, double most, int steps, DoubleFunction<String> words) {
        double low = Math.min(0, least);
        double high = most > low ? Math.max(0, most) : low + Math.max(1, -low);
        double step = step(low, high, steps);
        long first = Math.round(Math.floor(low / step + 1e-9));
        long last = Math.max(first + 1, Math.round(Math.ceil(high / step - 1e-9)));
        List<Tick> ticks = new ArrayList<>();
        for (long i = first; i <= last; i++) {
            ticks.add(new Tick(Figures.percent(100.0 * (i - first) / (last - first)), words.apply(i * step)));
        }
        return new Axis(first * step, last * step, List.copyOf(ticks));
    }

    /** From 0 to 1. */
    static Axis ofShares(int steps, DoubleFunction<String> words) {
        return around(0, 1, steps, words);
    }

    private static double step(double low, double high, int steps) {
        double power = Math.pow(10, Math.floor(Math.log10((high - low) / steps)));
        for (double candidate : STEPS) {
            double step = candidate * power;
            if (Math.ceil(high / step - 1e-9) - Math.floor(low / step + 1e-9) <= steps) {
                return step;
            }
        }
        return 10 * power * (low < 0 ? 2 : 1);
    }

    /** Where a value stands, kept on the axis. */
    double at(double value) {
        return Figures.percent(100 * (value - from) / (to - from));
    }

    /** The same axis read from its other end, as for a drawing that counts downwards. */
    double fromEnd(double value) {
        return Figures.tenth(100 - at(value));
    }
}
