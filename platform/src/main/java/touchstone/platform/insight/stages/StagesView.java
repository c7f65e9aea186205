package touchstone.platform.insight.stages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import touchstone.platform.hiring.Opening;

/**
 * The page of stages and questions.
 *
 * @param openings that can be chosen
 * @param chosen the opening whose applications are counted; empty for all
 * @param applications how many are counted
 * @param titles of questions and competencies, by id
 */
public record StagesView(
        List<Opening> openings, Optional<UUID> chosen, int applications, Tables tables, Map<String, String> titles) {

    /** What is shown. */
    public record Tables(List<StageRow> stages, List<RatedRow> competencies, List<RatedRow> questions) {}

    public String title(String id) {
        return titles.getOrDefault(id, id);
    }

    /** A share in whole percent. */
    public static long percent(double share) {
        return Math.round(100 * share);
    }

    /** Days with one digit. */
    public static String days(double days) {
        return String.format(java.util.Locale.ROOT, "%.1f", days);
    }

    /** A rating or a spread with two digits. */
    public static String points(double value) {
        return String.format(java.util.Locale.ROOT, "%.2f", value);
    }
}
