package touchstone.measurement.agreement;

import org.apache.commons.statistics.distribution.FDistribution;
import touchstone.measurement.interval.Interval;

/**
 * Intraclass correlations of P. E. Shrout and J. L. Fleiss, "Intraclass correlations: uses in assessing rater reliability",
 * Psychological Bulletin 86 (1979), 420-428: the share of the variance of ratings that lies between units.
 *
 * <p>Every rater must have judged every unit. At most 1; negative values mean that ratings of one unit differ more than those
 * of different units. The literature gives intervals from F distributions, and no standard error. The interval of the mean of
 * k raters is the Spearman-Brown step-up of the one for a single rater; there is none where the single rater's reaches down to
 * {@code -1 / (k - 1)}, where the step-up has its pole.
 */
public final class IntraclassCorrelation {

    private final double confidence;

    private IntraclassCorrelation(double confidence) {
        this.confidence = confidence;
    }

    /** Which raters the result is to hold for, and for one of them or for their mean. */
    public enum Form {
        /** ICC(1,1): each unit has its own raters. */
        ONE_WAY,
        /** ICC(2,1): raters are a sample; severity counts as disagreement. */
        TWO_WAY_RANDOM,
        /** ICC(3,1): just these raters; only the order they give counts. */
        TWO_WAY_FIXED,
        /** ICC(1,k): mean of k raters, each unit has its own. */
        ONE_WAY_MEAN,
        /** ICC(2,k): mean of k sampled raters. */
        TWO_WAY_RANDOM_MEAN,
        /** ICC(3,k): mean of just these raters; Cronbach's alpha. */
        TWO_WAY_FIXED_MEAN
    }

    /** A correlation, or why there is none. */
    public sealed interface Result {}

    /**
     * A correlation with its interval.
     *
     * @param f F ratio of the test against 0
     * @param pValue of that test
     */
    public record Correlation(Form form, double value, Interval interval, double f, double pValue) implements Result {}

    /**
     * No correlation.
     *
     * @param reason one sentence for a person
     */
    public record Undefined(String reason) implements Result {}

    /**
     * Mean squares of the two-way table.
     *
     * @param units between units, {@code n - 1} degrees of freedom
     * @param raters between raters, {@code k - 1}
     * @param error rest, {@code (n - 1) (k - 1)}
     * @param within within units, {@code n (k - 1)}
     */
    public record MeanSquares(double units, double raters, double error, double within) {}

    /** Confidence 0.95. */
    public static IntraclassCorrelation withDefaults() {
        return new IntraclassCorrelation(0.95);
    }

    /**
     * The same with another confidence level.
     *
     * @param level strictly between 0 and 1
     */
    public IntraclassCorrelation withConfidence(double level) {
        return new IntraclassCorrelation(Linearisation.checkedConfidence(level));
    }

    /** One of the six correlations. */
    public Result of(RaterTable table, Form form) {
        if (table.raters() < 2 || table.units() < 2) {
            return new Undefined("An intraclass correlation needs at least two raters and two units.");
        }
        if (!table.isComplete()) {
            long holes = (long) table.units() * table.raters() - table.size();
            return new Undefined("An intraclass correlation needs every rater's rating of every unit; " + holes + " of "
                    + (long) table.units() * table.raters() + " are missing.");
        }
        if (table.categories().length < 2) {
            return new Undefined("All ratings are equal: there is no variance to share.");
        }
        MeanSquares squares = meanSquares(table);
        return new Forms(squares, table.units(), table.raters(), (1 - confidence) / 2).of(form);
    }

    /** Mean squares of a complete table with two raters and two units at least. */
    public static MeanSquares meanSquares(RaterTable table) {
        int n = table.units();
        int k = table.raters();
        double[] unitMeans = new double[n];
        double[] raterMeans = new double[k];
        double mean = 0;
        for (int unit = 0; unit < n; unit++) {
            for (int i = table.start(unit); i < table.end(unit); i++) {
                unitMeans[unit] += table.value(i) / k;
                raterMeans[table.rater(i)] += table.value(i) / n;
                mean += table.value(i) / n / k;
            }
        }
        double error = 0;
        double within = 0;
        for (int unit = 0; unit < n; unit++) {
            for (int i = table.start(unit); i < table.end(unit); i++) {
                double rest = table.value(i) - unitMeans[unit];
                within += rest * rest;
                rest += mean - raterMeans[table.rater(i)];
                error += rest * rest;
            }
        }
        return new MeanSquares(
                k * squares(unitMeans, mean) / (n - 1),
                n * squares(raterMeans, mean) / (k - 1),
                error / ((n - 1.0) * (k - 1)),
                within / (n * (k - 1.0)));
    }

    private static double squares(double[] means, double mean) {
        double sum = 0;
        for (double value : means) {
            sum += (value - mean) * (value - mean);
        }
        return sum;
    }

    /** The formulas, with the paper's names: BMS, JMS, EMS, WMS. */
    private record Forms(MeanSquares squares, int n, int k, double tail) {

        Result of(Form form) {
            return switch (form) {
                case ONE_WAY -> single(form, oneWay(), f(squares.within()), n * (k - 1.0));
                case TWO_WAY_RANDOM -> single(form, random(), f(squares.error()), (n - 1.0) * (k - 1));
                case TWO_WAY_FIXED -> single(form, fixed(), f(squares.error()), (n - 1.0) * (k - 1));
                case ONE_WAY_MEAN -> mean(form, Form.ONE_WAY);
                case TWO_WAY_RANDOM_MEAN -> mean(form, Form.TWO_WAY_RANDOM);
                case TWO_WAY_FIXED_MEAN -> mean(form, Form.TWO_WAY_FIXED);
            };
        }

        private double f(double below) {
            return squares.units() / below;
        }

        private double oneWay() {
            return (squares.units() - squares.within()) / (squares.units() + (k - 1) * squares.within());
        }

        private double random() {
            return (squares.units() - squares.error())
                    / (squares.units() + (k - 1) * squares.error() + k * (squares.raters() - squares.error()) / n);
        }

        private double fixed() {
            return (squares.units() - squares.error()) / (squares.units() + (k - 1) * squares.error());
        }

        private Result single(Form form, double value, double f, double freedom) {
            if (!Double.isFinite(f)) {
                return new Undefined(
                        "Raters agree without any error: the F ratio that the interval needs is infinite.");
            }
            Interval interval = form == Form.TWO_WAY_RANDOM ? randomInterval(value) : ratioInterval(f, freedom);
            double p = FDistribution.of(n - 1, freedom).survivalProbability(f);
            return new Correlation(form, value, widened(interval, value), f, p);
        }

        private Interval ratioInterval(double f, double freedom) {
            double low = f / upper(n - 1, freedom);
            double high = f * upper(freedom, n - 1);
            return new Interval((low - 1) / (low + k - 1), (high - 1) / (high + k - 1));
        }

        private Interval randomInterval(double value) {
            double raterF = squares.raters() / squares.error();
            double a = k * value * raterF + n * (1 + (k - 1) * value) - k * value;
            double freedom = (k - 1.0)
                    * (n - 1)
                    * a
                    * a
                    / ((n - 1) * square(k * value * raterF) + square(a - k * value * raterF));
            double below = upper(n - 1, freedom);
            double above = upper(freedom, n - 1);
            double rest = k * squares.raters() + (k * (double) n - k - n) * squares.error();
            double low = n * (squares.units() - below * squares.error()) / (below * rest + n * squares.units());
            double high = n * (above * squares.units() - squares.error()) / (rest + n * above * squares.units());
            return new Interval(low, high);
        }

        private Result mean(Form form, Form of) {
            return switch (of(of)) {
                case Correlation one
                when 1 + (k - 1) * one.interval().low() <= 0 ->
                    new Undefined("Raters may differ so much more than units that a mean of raters has no lower end.");
                case Correlation one ->
                    new Correlation(
                            form,
                            steppedUp(one.value()),
                            new Interval(
                                    steppedUp(one.interval().low()),
                                    steppedUp(one.interval().high())),
                            one.f(),
                            one.pValue());
                case Undefined undefined -> undefined;
            };
        }

        private double steppedUp(double one) {
            return k * one / (1 + (k - 1) * one);
        }

        private double upper(double above, double below) {
            return FDistribution.of(above, below).inverseSurvivalProbability(tail);
        }

        private static double square(double value) {
            return value * value;
        }

        /** Rounding may leave the value a hair outside. */
        private static Interval widened(Interval interval, double value) {
            return new Interval(Math.min(interval.low(), value), Math.max(interval.high(), value));
        }
    }
}
