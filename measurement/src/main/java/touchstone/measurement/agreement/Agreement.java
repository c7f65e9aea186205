package touchstone.measurement.agreement;

import touchstone.measurement.interval.Interval;

/** A coefficient of agreement, or the reason why the ratings have none. */
public sealed interface Agreement {

    /**
     * A coefficient with its uncertainty.
     *
     * @param value at most 1
     * @param standardError in the coefficient's unit, not negative
     * @param interval at the confidence asked for, its upper end at most 1
     * @param units how many units carried it
     */
    record Estimate(double value, double standardError, Interval interval, int units) implements Agreement {}

    /**
     * The ratings cannot say.
     *
     * @param reason one sentence for a person
     */
    record Undefined(String reason) implements Agreement {}
}
