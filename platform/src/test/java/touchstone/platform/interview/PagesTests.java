package touchstone.platform.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import touchstone.platform.fixtures.Browser;
import touchstone.platform.shared.Person;
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
    void givesTheSeatsToOthersAndShowsThoseWhoLeftNothingMore() {
        UUID interview = scheduled(candidacy(), DESIGN, a(Role.INTERVIEWER));
        Person instead = person("Stella Stand-In", Role.INTERVIEWER);
        Browser recruiter = browser(a(Role.RECRUITER));
        Browser leaving = browser(a(Role.INTERVIEWER));
        String path = "/interviews/" + interview;
        assertThat(recruiter.get(path).body()).contains(path + "/seats");
        assertThat(recruiter.get(path + "/seats").body())
                .contains("Stella Stand-In", "<option value=\"INTERVIEWER\" selected>");
        assertThat(leaving.get(path).statusCode()).isEqualTo(200);
        String[] change = {"version", "1", "seat-" + instead.id(), "INTERVIEWER"};
        assertThat(recruiter.post(path + "/seats", change).statusCode()).isEqualTo(303);
        assertThat(recruiter.get(path).body()).contains("The seats are changed", "Stella Stand-In");
        assertThat(leaving.get(path).statusCode()).isEqualTo(404);
        assertThat(leaving.get("/interviews").body()).doesNotContain("Noor Rahman");
        assertThat(browser(instead).get("/interviews").body()).contains("Noor Rahman");
        assertThat(recruiter
                        .post(
                                path + "/seats",
                                "version",
                                "1",
                                "seat-" + a(Role.INTERVIEWER).id(),
                                "INTERVIEWER")
                        .statusCode())
                .isEqualTo(409);
        assertThat(as(instead, () -> notes.add(interview, "Asks for the scale first.", Note.Context.NONE)))
                .isNotNull();
        HttpResponse<String> written = recruiter.post(
                path + "/seats", "version", "2", "seat-" + a(Role.INTERVIEWER).id(), "INTERVIEWER");
        assertThat(written.statusCode()).isEqualTo(409);
        assertThat(written.body()).contains("Stella Stand-In has already taken notes");
    }

    @Test
    void takesNobodyOffAnApplicationWhoIsAboutToInterview() {
        UUID application = candidacy();
        scheduled(application, DESIGN, a(Role.INTERVIEWER));
        UUID past = held(application, "technical-screen", a(Role.BAR_RAISER));
        Browser recruiter = browser(a(Role.RECRUITER));
        String remove = "/applications/" + application + "/participants/remove";
        HttpResponse<String> refused =
                recruiter.post(remove, "account", a(Role.INTERVIEWER).id().toString(), "capacity", "INTERVIEWER");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("Give the seat to somebody else");
        assertThat(recruiter
                        .post(remove, "account", a(Role.BAR_RAISER).id().toString(), "capacity", "INTERVIEWER")
                        .statusCode())
                .isEqualTo(303);
        Browser taken = browser(a(Role.BAR_RAISER));
        HttpResponse<String> mine = taken.get("/interviews");
        assertThat(mine.statusCode()).isEqualTo(200);
        assertThat(mine.body()).doesNotContain("Noor Rahman");
        assertThat(taken.get("/").statusCode()).isEqualTo(200);
        assertThat(taken.get("/interviews/" + past).statusCode()).isEqualTo(404);
    }

    @Test
    void seatsNobodyInTrainingButAsAShadow() {
        UUID application = candidacy();
        Person novice = person("Nina Novice", Role.INTERVIEWER);
        Browser recruiter = browser(a(Role.RECRUITER));
        String[] training = {"account", novice.id().toString(), "training", "SHADOW", "mostAWeek", "2"};
        assertThat(recruiter.post("/pools/engineers", training).statusCode()).isEqualTo(303);
        assertThat(seat(recruiter, application, novice, "INTERVIEWER").body())
                .contains("Nina Novice is still in training");
        assertThat(seat(recruiter, application, novice, "SHADOW").statusCode()).isEqualTo(303);
    }

    private HttpResponse<String> seat(Browser recruiter, UUID application, Person person, String capacity) {
        return recruiter.post(
                "/applications/" + application + "/interviews/new",
                "stage",
                DESIGN,
                "date",
                LocalDate.now(a(Role.RECRUITER).zone()).plusDays(3).toString(),
                "time",
                "10:00",
                "zone",
                "Europe/Berlin",
                "minutes",
                "45",
                "seat-" + a(Role.HIRING_MANAGER).id(),
                "INTERVIEWER",
                "seat-" + person.id(),
                capacity);
    }

    @Test
    void keepsNoWordsAboutAnErasedCandidate() {
        UUID application = candidacy();
        scheduled(application, DESIGN, a(Role.INTERVIEWER));
        Browser administrator = browser(a(Role.ADMINISTRATOR));
        administrator.post("/applications/" + application + "/debrief/early", "reason", "Noor has another offer.");
        assertThat(administrator.get("/outbox").body()).contains("Noor Rahman");
        UUID candidate = candidateOf(application).id();
        assertThat(administrator
                        .post("/candidates/" + candidate + "/erase", "sure", "yes")
                        .statusCode())
                .isEqualTo(303);
        assertThat(administrator.get("/outbox").body()).doesNotContain("Noor", "noor");
        assertThat(as(a(Role.ADMINISTRATOR), () -> scorecards.earlyLooks(application)))
                .singleElement()
                .satisfies(look -> assertThat(look.reason()).doesNotContain("Noor"));
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
