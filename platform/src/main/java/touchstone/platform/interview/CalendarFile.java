package touchstone.platform.interview;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One event as a calendar file, RFC 5545, for an invitation by RFC 5546. Times are in UTC, so that no description of a
 * time zone can be out of date.
 *
 * @param sequence raised by every change, so that a calendar knows the newer file
 * @param stamp when the file was made
 */
record CalendarFile(Method method, UUID id, int sequence, Instant stamp, Event event, Guests guests) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int LINE_OCTETS = 75;

    /** What the receiver's calendar should do with it. */
    enum Method {
        REQUEST("CONFIRMED"),
        CANCEL("CANCELLED");

        private final String status;

        Method(String status) {
            this.status = status;
        }
    }

    /** When, what and where. */
    record Event(
            Instant startsAt, Instant endsAt, String summary, String description, String place, Optional<String> url) {}

    /** Who invites and who is invited. */
    record Guests(Guest organiser, List<Guest> invited) {
        Guests {
            invited = List.copyOf(invited);
        }
    }

    /** Somebody with an e-mail address. */
    record Guest(String name, String email) {}

    /** The file's text: lines of at most 75 octets that end in CRLF. */
    String text() {
        List<String> lines = new ArrayList<>(List.of(
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//Touchstone//Interviews//EN",
                "CALSCALE:GREGORIAN",
                "METHOD:" + method,
                "BEGIN:VEVENT",
                "UID:" + id + "@touchstone",
                "SEQUENCE:" + sequence,
                "DTSTAMP:" + TIME.format(stamp),
                "DTSTART:" + TIME.format(event.startsAt()),
                "DTEND:" + TIME.format(event.endsAt()),
                "STATUS:" + method.status,
                "TRANSP:OPAQUE",
                "SUMMARY:" + escaped(event.summary()),
                "DESCRIPTION:" + escaped(event.description())));
        if (!event.place().isEmpty()) {
            lines.add("LOCATION:" + escaped(event.place()));
        }
        event.url().ifPresent(url -> lines.add("URL:" + withoutControls(url)));
        lines.add("ORGANIZER;CN=" + quoted(guests.organiser().name()) + ":mailto:"
                + withoutControls(guests.organiser().email()));
        for (Guest guest : guests.invited()) {
            lines.add("ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN="
                    + quoted(guest.name()) + ":mailto:" + withoutControls(guest.email()));
        }
        lines.add("END:VEVENT");
        lines.add("END:VCALENDAR");
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> fold(line, text));
        return text.toString();
    }

    /** A value of type TEXT: section 3.3.11. */
    private static String escaped(String value) {
        return withoutControls(value.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r\n", "\\n")
                .replace("\n", "\\n")
                .replace("\r", "\\n"));
    }

    /** A parameter's value: RFC 6868, because section 3.2 knows no escape for a quotation mark. */
    private static String quoted(String value) {
        return '"' + withoutControls(value).replace("^", "^^").replace("\"", "^'") + '"';
    }

    private static String withoutControls(String value) {
        return value.replaceAll("\\p{Cntrl}", "");
    }

    /** Section 3.1: a longer line goes on after CRLF and a space; no character is cut apart. */
    private static void fold(String line, StringBuilder text) {
        int room = LINE_OCTETS;
        for (int at = 0; at < line.length(); ) {
            int character = line.codePointAt(at);
            int octets = Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
            if (octets > room) {
                text.append("\r\n ");
                room = LINE_OCTETS - 1;
            }
            text.appendCodePoint(character);
            room -= octets;
            at += Character.charCount(character);
        }
        text.append("\r\n");
    }
}
