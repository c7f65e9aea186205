package touchstone.measurement.fairness;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.rootfinder.BrentSolver;
import touchstone.measurement.interval.Interval;

/**
 * Conditional odds ratio of a 2 x 2 table: how many times higher the focal group's odds of selection are, given how many were
 * selected in all.
 *
 * <p>Maximum likelihood under Fisher's noncentral hypergeometric distribution with the exact interval that inverts both
 * one-sided tests. Source: A. Agresti, "Categorical Data Analysis", 2nd edition, 2002, sections 2.6 and 3.6.1. 0 or infinity
 * where a group was selected not at all or wholly.
 *
 * @param value 0 to infinity
 * @param low lower end of the interval
 * @param high upper end, may be infinite
 */
public record OddsRatio(double value, double low, double high) {

    private static final double LARGEST_LOG = 80;

    /** The odds ratio of a table, with an interval of this confidence. */
    public static OddsRatio of(TwoByTwo table, double confidence) {
        Noncentral tables = new Noncentral(table);
        double tail = (1 - confidence) / 2;
        int seen = table.focalSelected();
        boolean fewest = seen == tables.lowest;
        boolean most = seen == tables.highest;
        if (fewest && most) {
            return new OddsRatio(1, 0, Double.POSITIVE_INFINITY);
        }
        double value = fewest ? 0 : most ? Double.POSITIVE_INFINITY : root(log -> tables.mean(log) - seen);
        double low = fewest ? 0 : root(log -> tables.atLeast(seen, log) - tail);
        double high = most ? Double.POSITIVE_INFINITY : root(log -> tail - tables.atMost(seen, log));
        return new OddsRatio(value, low, high);
    }

    /** The interval, where it is finite on both sides. */
    public Interval interval() {
        return new Interval(low, high);
    }

    private static double root(DoubleUnaryOperator rising) {
        return Math.exp(new BrentSolver(1e-13, 1e-13, 1e-15).findRoot(rising, -LARGEST_LOG, LARGEST_LOG));
    }

    /** Probabilities of the focal group's selections, proportional to choose(f, x) choose(r, s - x) odds^x. */
    private static final class Noncentral {

        private final int lowest;
        private final int highest;
        private final double[] logs;

        Noncentral(TwoByTwo table) {
            lowest = Math.max(0, table.selected() - table.referenceTotal());
            highest = Math.min(table.selected(), table.focalTotal());
            logs = new double[highest - lowest + 1];
            for (int i = 0; i < logs.length; i++) {
                logs[i] = logChoose(table.focalTotal(), lowest + i)
                        + logChoose(table.referenceTotal(), table.selected() - lowest - i);
            }
        }

        private static double logChoose(int n, int k) {
            return LogGamma.value(n + 1.0) - LogGamma.value(k + 1.0) - LogGamma.value(n - k + 1.0);
        }

        double mean(double logOdds) {
            return sum(lowest, highest, logOdds, true);
        }

        double atLeast(int x, double logOdds) {
            return sum(x, highest, logOdds, false);
        }

        double atMost(int x, double logOdds) {
            return sum(lowest, x, logOdds, false);
        }

        private double sum(int from, int to, double logOdds, boolean times) {
            double largest = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < logs.length; i++) {
                largest = Math.max(largest, logs[i] + (lowest + i) * logOdds);
            }
            double all = 0;
            double part = 0;
            for (int i = 0; i < logs.length; i++) {
                int x = lowest + i;
                double share = Math.exp(logs[i] + x * logOdds - largest);
                all += share;
                part += x < from || x > to ? 0 : times ? x * share : share;
            }
            return part / all;
        }
    }
}
