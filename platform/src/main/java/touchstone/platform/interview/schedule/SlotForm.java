package touchstone.platform.interview.schedule;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import touchstone.platform.identity.Zones;
import touchstone.platform.interview.Interview;
import touchstone.platform.shared.Refusal;

/**
 * When and where, as a form sends it.
 *
 * @param date year, month, day
 * @param time hours and minutes in the zone
 */
public record SlotForm(
        @Nullable String date,
        @Nullable String time,
        @Nullable String zone,
        @Nullable Integer minutes,
        @Nullable String place) {

    /** @throws Refusal when it is no time, or the clocks in the zone skip it */
    public Interview.Slot slot() {
        if (date == null || time == null || minutes == null) {
            throw Refusal.invalid("interview.schedule.no-time");
        }
        ZoneId where = Zones.of(zone);
        LocalDateTime wanted = wanted(date, time);
        ZonedDateTime at = wanted.atZone(where);
        if (!at.toLocalDateTime().equals(wanted)) {
            throw Refusal.invalid("interview.schedule.skipped", where.getId());
        }
        return new Interview.Slot(at.toInstant(), minutes, where, place == null ? "" : place);
    }

    private static LocalDateTime wanted(String date, String time) {
        try {
            return LocalDate.parse(date).atTime(LocalTime.parse(time));
        } catch (DateTimeException unusable) {
            throw Refusal.invalid("interview.schedule.no-time");
        }
    }
}
