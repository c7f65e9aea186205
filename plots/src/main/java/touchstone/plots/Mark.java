package touchstone.plots;

import java.util.Optional;
import touchstone.measurement.interval.Interval;

/**
 * One estimate.
 *
 * @param label whose
 * @param value where
 * @param interval how far it may be off; empty where nothing is known of that
 * @param marked whether it asks for attention
 */
public record Mark(String label, double value, Optional<Interval> interval, boolean marked) {

    /** An estimate with its interval. */
    public static Mark of(String label, double value, Interval interval) {
        return new Mark(label, value, Optional.of(interval), false);
    }

    /** An estimate alone. */
    public static Mark of(String label, double value) {
        return new Mark(label, value, Optional.empty(), false);
    }

    /** The same, asking for attention. */
    public Mark marked(boolean attention) {
        return new Mark(label, value, interval, attention);
    }

    double low() {
        return interval.map(Interval::low).orElse(value);
    }

    double high() {
        return interval.map(Interval::high).orElse(value);
    }
}
