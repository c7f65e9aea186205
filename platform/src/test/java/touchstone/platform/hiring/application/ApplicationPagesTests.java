package touchstone.platform.hiring.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import touchstone.catalogue.content.StageKind;
import touchstone.platform.fixtures.Browser;
import touchstone.platform.hiring.Candidacy;
import touchstone.platform.hiring.HiringTest;
import touchstone.platform.hiring.Participant;
import touchstone.platform.shared.Person;
import touchstone.platform.shared.Role;

/** The page of one application. */
class ApplicationPagesTests extends HiringTest {

    @Test
    void showsWhereItStandsAndMovesIt() {
        UUID application = application(opening("Search engineer"), "Ada Moves");
        String path = "/applications/" + application;
        Browser browser = browser(a(Role.RECRUITER));
        assertThat(browser.get(path).body())
                .contains("Ada Moves", "aria-current=\"step\"", "here now", "Day 0 of 21 to 56");
        HttpResponse<String> moved = move(browser, path, StageKind.TECHNICAL_SCREEN, 1, "/elsewhere");
        assertThat(moved.headers().firstValue("Location").orElseThrow()).endsWith(path);
        assertThat(browser.get(path).body()).contains("Ada Moves is now in Stage technical-screen.");
        HttpResponse<String> again = move(browser, path, StageKind.TAKE_HOME, 1, "");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("Somebody else changed this application");
        assertThat(move(browser, path, StageKind.DEBRIEF, 2, "").statusCode()).isEqualTo(422);
        HttpResponse<String> back = move(browser, path, StageKind.TAKE_HOME, 2, "/board?column=take-home&page=2");
        assertThat(back.headers().firstValue("Location").orElseThrow()).endsWith("/board?column=take-home&page=2");
    }

    /** R-STAGE-7: an application that takes too long is marked with words, not only with a colour. */
    @Test
    void marksALateApplicationInWords() {
        UUID opening = opening("Search engineer");
        UUID application = daysAgo(60, () -> application(opening, "Ada Late"));
        assertThat(browser(a(Role.RECRUITER))
                        .get("/applications/" + application)
                        .body())
                .contains("Late by 4 days", "60 days in this stage");
    }

    @Test
    void endsItAndKeepsTheHistory() {
        UUID application = application(opening("Search engineer"), "Ada Ends");
        String path = "/applications/" + application;
        Browser browser = browser(a(Role.HIRING_MANAGER));
        assertThat(browser.post(path + "/close", "state", "REJECTED", "version", "1")
                        .statusCode())
                .isEqualTo(422);
        assertThat(browser.post(path + "/close", "state", "REJECTED", "reason", "No depth", "version", "1")
                        .statusCode())
                .isEqualTo(303);
        assertThat(browser.get(path).body())
                .contains("Rejected", "“No depth”", "Started in Stage recruiter-screen")
                .doesNotContain("End the application");
        assertThat(browser.post(path + "/close", "state", "NONSENSE", "version", "2")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void putsPeopleOnItAndTakesThemOff() {
        UUID application = application(opening("Search engineer"), "Ada People");
        String path = "/applications/" + application;
        Person interviewer = person("Ivy Interviewer", Role.INTERVIEWER);
        Browser theirs = browser(interviewer);
        Browser recruiter = browser(a(Role.RECRUITER));
        String[] place = {"account", interviewer.id().toString(), "capacity", "INTERVIEWER"};
        assertThat(theirs.get(path).statusCode()).isEqualTo(404);
        assertThat(recruiter.post(path + "/participants", place).statusCode()).isEqualTo(303);
        String email = as(a(Role.RECRUITER), () -> applications.get(application))
                .candidate()
                .email();
        assertThat(theirs.get(path).body())
                .contains("Ada People", "Ivy Interviewer")
                .doesNotContain(email, "End the application", "To stage", "/candidates/");
        assertThat(theirs.post(path + "/participants", place).statusCode()).isEqualTo(403);
        assertThat(move(theirs, path, StageKind.TECHNICAL_SCREEN, 1, "").statusCode())
                .isEqualTo(403);
        assertThat(recruiter.post(path + "/participants/remove", place).statusCode())
                .isEqualTo(303);
        assertThat(theirs.get(path).statusCode()).isEqualTo(404);
    }

    /** R-STAGE-3; the lab's score stands in its own unit and is said never to be a rating. */
    @Test
    void sendsTakeHomeWorkAndRecordsWhatCameBack() {
        UUID application = application(opening("Search engineer"), "Ada Works");
        String path = "/applications/" + application;
        String work = path + "/take-homes/take-home";
        Browser browser = browser(a(Role.RECRUITER));
        LocalDateTime now = LocalDateTime.now(ZoneId.of("Europe/Berlin")).truncatedTo(ChronoUnit.MINUTES);
        assertThat(browser.get(path).body()).contains("Usually 48 to 72 hours from now");
        assertThat(browser.post(work + "/send", "due", now.plusHours(12).toString())
                        .statusCode())
                .isEqualTo(422);
        assertThat(browser.post(work + "/send", "due", "soon").statusCode()).isEqualTo(422);
        assertThat(browser.post(work + "/send", "due", now.plusHours(72).toString())
                        .statusCode())
                .isEqualTo(303);
        assertThat(browser.post(work + "/extend", "due", now.plusHours(96).toString(), "version", "1")
                        .statusCode())
                .isEqualTo(303);
        assertThat(browser.post(work + "/hand-in", "place", "javascript:alert(1)", "hours", "x", "version", "2")
                        .statusCode())
                .isEqualTo(422);
        assertThat(browser.post(
                                work + "/hand-in",
                                "place",
                                "javascript:alert(1)",
                                "hours",
                                "4,5",
                                "score",
                                "87.5",
                                "version",
                                "2")
                        .statusCode())
                .isEqualTo(303);
        assertThat(browser.get(path).body())
                .contains("4.5 h, as the candidate says", "87.5 of 100 points", "never turned into one")
                .doesNotContain("href=\"javascript:");
    }

    @Test
    void answersInPlaceWhereAFormWasSentByTheScript() {
        UUID application = application(opening("Search engineer"), "Ada Script");
        Browser browser = browser(a(Role.RECRUITER));
        HttpResponse<String> answer = browser.send(
                "POST",
                "/applications/" + application + "/move",
                "stage=debrief&reason=&version=1",
                "Content-Type",
                "application/x-www-form-urlencoded",
                "HX-Request",
                "true");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Say why it moves there").doesNotContain("<html");
    }

    @Test
    void showsBarRaisersOnlyWhatTheyAreOn() {
        UUID application = application(opening("Search engineer"), "Ada Bar");
        Browser browser = browser(a(Role.BAR_RAISER));
        assertThat(browser.get("/applications/" + application).statusCode()).isEqualTo(404);
        as(a(Role.RECRUITER), () -> {
            applications.involve(application, a(Role.BAR_RAISER).id(), Participant.Capacity.BAR_RAISER);
            return true;
        });
        assertThat(browser.get("/applications/" + application).statusCode()).isEqualTo(200);
        Candidacy candidacy = as(a(Role.BAR_RAISER), () -> applications.get(application));
        assertThat(candidacy.id()).isEqualTo(application);
    }

    private static HttpResponse<String> move(Browser browser, String path, StageKind stage, int version, String back) {
        return browser.post(
                path + "/move", "stage", stage.id(), "reason", "", "version", String.valueOf(version), "back", back);
    }
}
