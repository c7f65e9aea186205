package touchstone.platform.identity;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import touchstone.platform.shared.Refusal;

/** Time zones as a person chooses them. */
public final class Zones {

    private static final List<String> ALL = ZoneId.getAvailableZoneIds().stream()
            .filter(id -> id.equals("UTC")
                    || id.matches("(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*"))
            .sorted()
            .toList();

    private Zones() {}

    /** What a list of zones offers. */
    public static List<String> all() {
        return ALL;
    }

    /** The zone of this computer, for somebody who has not said where they are. */
    public static String proposed() {
        ZoneId here = ZoneId.systemDefault();
        return here.normalized().equals(ZoneOffset.UTC) ? "UTC" : here.getId();
    }

    /**
     * The zone of that name.
     *
     * @throws Refusal when there is none
     */
    public static ZoneId of(@Nullable String text) {
        try {
            return ZoneId.of(text == null ? "" : text);
        } catch (DateTimeException unknown) {
            throw Refusal.invalid("identity.zone.unknown");
        }
    }
}
