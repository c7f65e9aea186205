package touchstone.platform.debrief;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import touchstone.platform.fixtures.Browser;
import touchstone.platform.shared.Role;

/** R-STAGE-6 and R-SCORE-2 as people meet them: the pages of the debrief over HTTP. */
class DebriefPagesTests extends DebriefTest {

    private String version(UUID application) {
        return String.valueOf(
                as(a(Role.RECRUITER), () -> applications.get(application)).version());
    }

    @Test
    void decidesOnThePageAndComputesAgain() {
        UUID application = passing();
        String path = "/applications/" + application + "/debrief";
        Browser manager = browser(a(Role.HIRING_MANAGER));
        assertThat(manager.get(path).body())
                .contains(
                        "What the rule says",
                        "80.0 % of the weight is at or over the bar (8 of 10)",
                        "≠ both sides of the bar",
                        "Ivy Interviewer",
                        "rating-4",
                        "<svg class=\"chart\"",
                        "One practice scorecard by a shadow")
                .doesNotContain("Sam Shadow");
        HttpResponse<String> refused = manager.post(
                path + "/decisions",
                "outcome",
                "NO_HIRE",
                "reasons",
                "Not this year.",
                "version",
                version(application));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("This is not what the rule says");
        HttpResponse<String> made = manager.post(
                path + "/decisions",
                "outcome",
                "HIRE",
                "level",
                "MID",
                "reasons",
                "Measured what was built.",
                "against",
                "",
                "version",
                version(application));
        assertThat(made.statusCode()).isEqualTo(303);
        assertThat(manager.get(path).body()).contains("The decision is on record with its numbers.", "Decision 1");
        UUID decision =
                view(a(Role.HIRING_MANAGER), application).decisions().getFirst().id();
        assertThat(manager.get(path + "?recompute=" + decision).body())
                .contains("every number is the same")
                .contains("3 scorecards");
    }

    @Test
    void saysWhyRatingsAreHiddenAndOpensThemOnlyWithAReason() {
        UUID application = interviewed();
        UUID design = held(application, "system-design", ivy, omar);
        submit(ivy, design, content(new Ratings(4, 4, 4)));
        String path = "/applications/" + application + "/debrief";
        assertThat(browser(omar).get(path).body())
                .contains("You cannot see the ratings yet", "/interviews/" + design + "/scorecard")
                .doesNotContain("Look at the ratings before", "rating-4");
        assertThat(browser(a(Role.RECRUITER)).get(path).body())
                .contains("You cannot see the ratings yet")
                .doesNotContain("Look at the ratings before", "rating-4");
        Browser manager = browser(a(Role.HIRING_MANAGER));
        assertThat(manager.get(path).body())
                .contains("Look at the ratings before")
                .doesNotContain("rating-4");
        assertThat(manager.get("/applications/" + application + "/packet").statusCode())
                .isEqualTo(403);
        assertThat(manager.post(path + "/early", "reason", "why not").statusCode())
                .isEqualTo(422);
        assertThat(manager.post(path + "/early", "reason", "The candidate has another offer.")
                        .statusCode())
                .isEqualTo(303);
        assertThat(manager.get(path).body())
                .contains("rating-4", "Who saw ratings early", "The candidate has another offer.");
    }

    @Test
    void isNotForOthers() {
        UUID application = passing();
        String path = "/applications/" + application + "/debrief";
        assertThat(browser(person("Eve Elsewhere", Role.INTERVIEWER)).get(path).statusCode())
                .isEqualTo(404);
        assertThat(browser(candidateOf(application)).get(path).statusCode()).isEqualTo(403);
        Browser interviewer = browser(ivy);
        assertThat(interviewer.get(path).statusCode()).isEqualTo(200);
        for (String page : new String[] {"/offer", "/feedback"}) {
            assertThat(interviewer.get("/applications/" + application + page).statusCode())
                    .isEqualTo(403);
        }
        assertThat(interviewer
                        .post(path + "/decisions", "outcome", "HIRE", "version", version(application))
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser(a(Role.HIRING_MANAGER))
                        .postFromElsewhere(path + "/decisions", "outcome", "HIRE")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void printsAPacketWithEverything() {
        UUID application = passing();
        as(
                omar,
                () -> opinions.give(
                        application, false, touchstone.catalogue.content.Level.SENIOR, "Thin on operations."));
        decide(application, Decision.Outcome.HIRE, "");
        assertThat(browser(a(Role.RECRUITER))
                        .get("/applications/" + application + "/packet")
                        .body())
                .contains(
                        "Packet: Noor Rahman",
                        "Told Ivy how retrieval was measured",
                        "Thought aloud, asked for the data first.",
                        "minority opinion",
                        "The numbers were measured.",
                        "plan version 2");
    }

    @Test
    void leadsThereFromTheApplicationsPage() {
        UUID application = passing();
        String page =
                browser(a(Role.RECRUITER)).get("/applications/" + application).body();
        assertThat(page).contains("Debrief and decision", "/applications/" + application + "/debrief");
    }
}
