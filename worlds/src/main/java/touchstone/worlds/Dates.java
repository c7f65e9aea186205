package touchstone.worlds;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** How the people of a company write a day. Each author keeps to one way. */
public final class Dates {

    private static final List<DateTimeFormatter> WAYS = List.of(
            DateTimeFormatter.ISO_LOCAL_DATE,
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH),
            DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.ENGLISH),
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH));

    private Dates() {}

    /** Every way in which a document of any world writes this day. */
    public static List<String> written(LocalDate day) {
        return WAYS.stream().map(way -> way.format(day)).toList();
    }
}
