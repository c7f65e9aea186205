package touchstone.platform.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import touchstone.platform.fixtures.Browser;
import touchstone.platform.shared.Person;
import touchstone.platform.shared.Role;

/** Statistics show nobody what a scorecard that they still owe hides from them. */
class RatingLogTests extends InterviewTest {

    @Test
    void leavesOutApplicationsOfWhichThePersonOwesAScorecard() {
        UUID application = candidacy();
        Person manager = a(Role.HIRING_MANAGER);
        UUID design = held(application, DESIGN, manager, a(Role.INTERVIEWER));
        submit(a(Role.INTERVIEWER), design, rated(4));
        moveTo(application, "debrief");
        Browser theirs = browser(manager);
        assertThat(theirs.get("/insight/ratings.csv").body())
                .startsWith("candidate,")
                .doesNotContain(application.toString());
        assertThat(browser(a(Role.RECRUITER)).get("/insight/ratings.csv").body())
                .contains(application.toString());
        submit(manager, design, rated(2));
        assertThat(theirs.get("/insight/ratings.csv").body())
                .contains(application.toString(), a(Role.INTERVIEWER).id().toString());
    }

    @Test
    void keepsTheAuditLogsWordsFromAnAdministratorWhoOwesAScorecard() {
        UUID application = candidacy();
        Person administrator = person("Ada Both", Role.ADMINISTRATOR, Role.INTERVIEWER);
        UUID design = held(application, DESIGN, administrator, a(Role.INTERVIEWER));
        submit(a(Role.INTERVIEWER), design, rated(4));
        Browser theirs = browser(administrator);
        UUID candidate = as(administrator, () -> applications.get(application))
                .candidate()
                .id();
        String file = "/audit/people/" + candidate + "/file";
        assertThat(submitted(theirs)).contains("\"payload\":null", "\"salt\":null");
        assertThat(theirs.post(file, "reason", "a question").statusCode()).isEqualTo(409);
        submit(administrator, design, rated(2));
        assertThat(submitted(theirs)).contains("\"payload\":\"{").doesNotContain("\"payload\":null");
        assertThat(theirs.post(file, "reason", "a question").statusCode()).isEqualTo(200);
    }

    /** The exported lines of submitted scorecards. */
    private static String submitted(Browser administrator) {
        return administrator
                .post("/audit/export", "reason", "the yearly examination")
                .body()
                .lines()
                .filter(line -> line.contains("\"ScorecardSubmitted\""))
                .collect(Collectors.joining("\n"));
    }
}
