package touchstone.platform.hiring.candidates;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import touchstone.platform.shared.Refusal;

/** A time zone that somebody chose. */
public final class EnteredZone {

    private static final List<String> ALL = ZoneId.getAvailableZoneIds().stream()
            .filter(id -> id.equals("UTC") || id.matches("(Africa|America|Asia|Atlantic|Australia|Europe|Pacific)/.*"))
            .sorted()
            .toList();

    private EnteredZone() {}

    /** What a list of zones offers. */
    public static List<String> all() {
        return ALL;
    }

    static ZoneId of(@Nullable String id) {
        try {
            return ZoneId.of(id == null ? "" : id);
        } catch (DateTimeException unknown) {
            throw Refusal.invalid("hiring.candidate.no-zone");
        }
    }
}
