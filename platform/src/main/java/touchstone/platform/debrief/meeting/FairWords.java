package touchstone.platform.debrief.meeting;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Numbers of fair scores as people read them. */
public final class FairWords {

    private static final double LEFT = 8;
    private static final double STEP = 46;

    private FairWords() {}

    /** Points of the scale with two digits. */
    public static String points(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    /** A probability in whole percent. */
    public static long percent(double probability) {
        return Math.round(100 * probability);
    }

    /** Where a point of the scale, 1 to 5, lies in the picture. */
    public static String x(double value) {
        return String.format(Locale.ROOT, "%.1f", LEFT + (value - 1) * STEP);
    }

    public static String names(List<String> names) {
        return names.isEmpty() ? "–" : String.join(", ", names);
    }

    public static List<Map.Entry<String, String>> sorted(Map<String, String> settings) {
        return settings.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
    }
}
