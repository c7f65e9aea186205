package touchstone.platform.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
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
}
