package touchstone.platform.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import touchstone.platform.fixtures.Browser;
import touchstone.platform.shared.Role;

/** The pages on which interviews are arranged and looked at, over HTTP. */
class PagesTests extends InterviewTest {

    @Test
    void arrangesAnInterviewAndShowsItToItsInterviewer() {
        UUID application = candidacy();
        Browser recruiter = browser(a(Role.RECRUITER));
        String path = "/applications/" + application + "/interviews/new";
        HttpResponse<String> form = recruiter.get(path);
        assertThat(form.statusCode()).isEqualTo(200);
        assertThat(form.body()).contains("Stage system-design", "Noor Rahman", "Asia/Tokyo", "value=\"60\"");
        LocalDate day = LocalDate.now(a(Role.RECRUITER).zone()).plusDays(3);
        HttpResponse<String> night =
                recruiter.get(path + "?stage=bar-raiser&date=" + day + "&time=23:30&zone=Europe/Berlin&minutes=30");
        assertThat(night.body()).contains("early or late", "value=\"BAR_RAISER\"");
        HttpResponse<String> made = recruiter.post(
                path,
                "stage",
                DESIGN,
                "date",
                day.toString(),
                "time",
                "10:00",
                "zone",
                "Europe/Berlin",
                "minutes",
                "45",
                "place",
                "Room <4>",
                "seat-" + a(Role.INTERVIEWER).id(),
                "INTERVIEWER",
                "seat-" + a(Role.BAR_RAISER).id(),
                "");
        assertThat(made.statusCode()).isEqualTo(303);
        String details = made.headers().firstValue("Location").orElseThrow();
        assertThat(recruiter.get(details).body()).contains("Room &lt;4&gt;", "interviewer", "Cancel this interview");
        Browser interviewer = browser(a(Role.INTERVIEWER));
        assertThat(interviewer.get("/interviews").body()).contains("Noor Rahman", details + "/room");
        assertThat(interviewer.get(details).body()).contains("Enter the room").doesNotContain("Cancel this interview");
        HttpResponse<String> file = interviewer.get(details + "/calendar.ics");
        assertThat(file.headers().firstValue("Content-Type")).contains("text/calendar;charset=UTF-8");
        assertThat(file.body()).startsWith("BEGIN:VCALENDAR\r\n").contains("LOCATION:Room <4>");
    }

    @Test
    void refusesWhatWasForgottenAndTimesThatAreNone() {
        UUID application = candidacy();
        Browser recruiter = browser(a(Role.RECRUITER));
        String path = "/applications/" + application + "/interviews/new";
        assertThat(recruiter.get(path + "?date=2026-13-40").statusCode()).isEqualTo(422);
        HttpResponse<String> nobody = recruiter.post(
                path,
                "stage",
                DESIGN,
                "date",
                LocalDate.now(a(Role.RECRUITER).zone()).plusDays(3).toString(),
                "time",
                "10:00",
                "zone",
                "Europe/Berlin",
                "minutes",
                "45");
        assertThat(nobody.statusCode()).isEqualTo(422);
        assertThat(nobody.body()).contains("Choose at least one interviewer");
    }

    @Test
    void saysHowItWentOnTheInterviewsPage() {
        UUID application = candidacy();
        UUID interview = interview(
                application,
                DESIGN,
                java.time.Instant.now().minusSeconds(600),
                seats(Interview.Seat.Capacity.INTERVIEWER, a(Role.INTERVIEWER)));
        Browser interviewer = browser(a(Role.INTERVIEWER));
        String path = "/interviews/" + interview;
        assertThat(interviewer.get(path).body()).contains("It took place");
        assertThat(interviewer.post(path + "/took-place", "version", "1").statusCode())
                .isEqualTo(303);
        assertThat(interviewer.get("/interviews").body()).contains("Scorecards due", path + "/scorecard");
        assertThat(interviewer.post(path + "/no-show", "version", "1").statusCode())
                .isEqualTo(409);
    }

    @Test
    void isForThoseWhoTakePart() {
        UUID interview = scheduled(candidacy(), DESIGN, a(Role.INTERVIEWER));
        Browser stranger = browser(person("stranger", Role.INTERVIEWER));
        String path = "/interviews/" + interview;
        for (String page : List.of(path, path + "/calendar.ics")) {
            assertThat(stranger.get(page).statusCode()).isEqualTo(404);
        }
        assertThat(stranger.get("/interviews").body()).contains("No interviews yet");
        for (String change : List.of("/slot", "/cancel")) {
            assertThat(stranger.post(path + change, "version", "1").statusCode())
                    .isEqualTo(403);
        }
        assertThat(stranger.post(path + "/took-place", "version", "1").statusCode())
                .isEqualTo(404);
        assertThat(new Browser(port).get("/interviews").statusCode()).isNotEqualTo(200);
    }
}
