package touchstone.platform.interview;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Calendar files against RFC 5545, read back by biweekly. */
class CalendarFileTests {

    private static final UUID ID = UUID.fromString("0198f1c2-7a11-7c55-9c1e-0c5f2a9d4b10");
    private static final Instant START = Instant.parse("2026-11-25T09:00:00Z");
    private static final Instant STAMP = Instant.parse("2026-11-21T05:00:00.123Z");

    static Stream<String> awkward() {
        return Stream.of(
                "plain",
                "",
                "comma, semicolon; colon: backslash \\ quote \" caret ^",
                "two\nlines\r\nand a third\\n that is no line",
                "BEGIN:VEVENT\nEND:VCALENDAR",
                "Příliš žluťoučký kůň úpěl ďábelské ódy a nikdo mu v tom nebránil ani na chvíli, opravdu",
                "候補者との面接：検索拡張生成の設計について六十分間話し合います。評価の方法も。",
                "🐎".repeat(60),
                "x".repeat(400));
    }

    @ParameterizedTest
    @MethodSource("awkward")
    void isReadBackAsItWasWritten(String text) {
        VEvent event =
                event(file(CalendarFile.Method.REQUEST, text, "Ada " + text).text());
        String lines = text.replace("\r\n", "\n");
        assertThat(event.getSummary().getValue().replace("\r\n", "\n")).isEqualTo(lines);
        assertThat(event.getDescription().getValue().replace("\r\n", "\n")).isEqualTo("About " + lines);
        assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(START);
        assertThat(Date.from(event.getDateEnd().getValue().toInstant())).isEqualTo(Date.from(START.plusSeconds(3600)));
        assertThat(event.getUid().getValue()).isEqualTo(ID + "@touchstone");
        assertThat(event.getAttendees()).hasSize(1);
        assertThat(event.getAttendees().getFirst().getEmail()).isEqualTo("ada@example.org");
        assertThat(event.getAttendees().getFirst().getCommonName())
                .isEqualTo(("Ada " + text).replaceAll("\\p{Cntrl}", ""));
    }

    /** Section 3.1: lines end in CRLF and hold at most 75 octets, and folding cuts no character apart. */
    @ParameterizedTest
    @MethodSource("awkward")
    void foldsLongLines(String text) {
        String file = file(CalendarFile.Method.REQUEST, text, text).text();
        assertThat(file).endsWith("END:VCALENDAR\r\n");
        assertThat(file.replace("\r\n", "")).doesNotContain("\r", "\n");
        for (String line : file.split("\r\n", -1)) {
            assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75);
            assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(line)).isTrue();
        }
        assertThat(file.split("\r\n", -1)).filteredOn("BEGIN:VEVENT"::equals).hasSize(1);
    }

    /** RFC 5546: the method, the status, who invites, and a sequence that grows. */
    @Test
    void invitesAndCallsOff() {
        String invitation = file(CalendarFile.Method.REQUEST, "Design", "Ada").text();
        assertThat(calendar(invitation).getMethod().isRequest()).isTrue();
        assertThat(calendar(invitation).getVersion()).isEqualTo(ICalVersion.V2_0);
        assertThat(event(invitation).getStatus().isConfirmed()).isTrue();
        assertThat(event(invitation).getSequence().getValue()).isEqualTo(3);
        assertThat(event(invitation).getOrganizer().getEmail()).isEqualTo("rita@example.org");
        assertThat(event(invitation).getDateTimeStamp().getValue().toInstant())
                .isEqualTo(Instant.parse("2026-11-21T05:00:00Z"));
        String cancellation = file(CalendarFile.Method.CANCEL, "Design", "Ada").text();
        assertThat(calendar(cancellation).getMethod().isCancel()).isTrue();
        assertThat(event(cancellation).getStatus().isCancelled()).isTrue();
    }

    /** The parser's own check of the standard finds nothing to object to. */
    @Test
    void isValid() {
        assertThat(calendar(file(CalendarFile.Method.REQUEST, "Design", "Ada").text())
                        .validate(ICalVersion.V2_0)
                        .isEmpty())
                .isTrue();
    }

    private static CalendarFile file(CalendarFile.Method method, String text, String name) {
        return new CalendarFile(
                method,
                ID,
                3,
                STAMP,
                new CalendarFile.Event(
                        START,
                        START.plusSeconds(3600),
                        text,
                        "About " + text,
                        "Room 4",
                        Optional.of("https://example.org/interviews/" + ID)),
                new CalendarFile.Guests(
                        new CalendarFile.Guest("Rita", "rita@example.org"),
                        List.of(new CalendarFile.Guest(name, "ada@example.org"))));
    }

    private static ICalendar calendar(String file) {
        return Biweekly.parse(file).first();
    }

    private static VEvent event(String file) {
        List<VEvent> events = calendar(file).getEvents();
        assertThat(events).hasSize(1);
        return events.getFirst();
    }
}
