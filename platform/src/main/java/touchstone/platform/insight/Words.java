package touchstone.platform.insight;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Numbers as the pages of insight write them. */
public final class Words {

    private static final double HUNDRED = 100;
    private static final double HALF = 92;
    private static final double MIDDLE = 100;

    private Words() {}

    /** With two digits. */
    public static String two(double value) {
        return String.format(Locale.ROOT, "%.2f", rounded(value));
    }

    /** With two digits and its sign; zero has none. */
    public static String signed(double value) {
        double shown = rounded(value);
        return shown == 0 ? two(0) : String.format(Locale.ROOT, "%+.2f", shown).replace('-', '\u2212');
    }

    /** To two digits; adding 0 takes the sign off a negative zero. */
    private static double rounded(double value) {
        return Math.round(value * HUNDRED) / HUNDRED + 0.0;
    }

    /** In whole percent. */
    public static long percent(double share) {
        return Math.round(100 * share);
    }

    /** Where a value from {@code -scale} to {@code scale} lies in a picture 200 wide. */
    public static String place(double value, double scale) {
        return String.format(Locale.ROOT, "%.1f", MIDDLE + HALF * Math.clamp(value / scale, -1, 1));
    }

    public static List<Map.Entry<String, String>> sorted(Map<String, String> settings) {
        return settings.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
    }
}
