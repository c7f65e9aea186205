package touchstone.labs.resilientclient;

import java.util.Locale;

/** Numbers as a person writes them. */
final class Words {

    private Words() {}

    static String seconds(long micros) {
        return String.format(Locale.ROOT, micros < 10_000_000 ? "%.2f s" : "%.0f s", micros / 1e6);
    }

    static String decimal(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }
}
