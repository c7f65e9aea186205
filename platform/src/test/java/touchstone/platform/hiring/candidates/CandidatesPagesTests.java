package touchstone.platform.hiring.candidates;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import touchstone.platform.fixtures.Browser;
import touchstone.platform.hiring.Candidates;
import touchstone.platform.hiring.HiringTest;
import touchstone.platform.shared.Role;

/** The pages on candidates. */
class CandidatesPagesTests extends HiringTest {

    @Test
    void saysWhatToDoWhenNobodyIsThere() {
        assertThat(browser(a(Role.RECRUITER)).get("/candidates").body()).contains("No candidates yet");
    }

    @Test
    void takesUpACandidateWithAnOpening() {
        UUID opening = opening("Search engineer");
        Browser browser = browser(a(Role.RECRUITER));
        assertThat(browser.get("/candidates/new?opening=" + opening).body())
                .contains("value=\"" + opening + "\" selected");
        HttpResponse<String> made = browser.post(
                "/candidates",
                "name",
                "Ada <b>New</b>",
                "email",
                "ada.new@example.org",
                "zone",
                "Europe/Paris",
                "source",
                "",
                "opening",
                opening.toString());
        assertThat(made.statusCode()).isEqualTo(303);
        String to = made.headers().firstValue("Location").orElseThrow();
        assertThat(to).contains("/applications/");
        assertThat(browser.get(to.substring(to.indexOf("/applications"))).body())
                .contains("Ada &lt;b&gt;New&lt;/b&gt; was added.")
                .doesNotContain("<b>New");
    }

    /** The candidate and the application are made together or not at all. */
    @Test
    void keepsNothingOfACandidateWhoseApplicationIsRefused() {
        Browser browser = browser(a(Role.RECRUITER));
        HttpResponse<String> refused = browser.post(
                "/candidates",
                "name",
                "Ada Nowhere",
                "email",
                "ada.nowhere@example.org",
                "zone",
                "UTC",
                "opening",
                UUID.randomUUID().toString());
        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(browser.get("/candidates?q=nowhere").body()).contains("Nobody matches");
    }

    @Test
    void searchesAndPages() {
        for (int number = 0; number < Candidates.PAGE + 1; number++) {
            String address = "page-" + number + "@example.org";
            as(a(Role.RECRUITER), () -> candidates.add("Page Turner", address, ZoneId.of("UTC"), ""));
        }
        UUID application = application(opening("Search engineer"), "Ada Found");
        Browser browser = browser(a(Role.RECRUITER));
        assertThat(browser.get("/candidates?q=ada%20f").body())
                .contains("Ada Found", "/applications/" + application, "Stage recruiter-screen")
                .doesNotContain("Page Turner");
        assertThat(browser.get("/candidates?q=page-").body()).contains("q=page-&amp;page=2");
        assertThat(browser.get("/candidates?q=page-&page=2").body())
                .contains("Page 2")
                .doesNotContain("rel=\"next\"");
        assertThat(browser.get("/candidates?q=%22%3E%3Cscript%3E").body()).doesNotContain("\"><script>");
        assertThat(browser.get("/candidates?page=x").statusCode()).isEqualTo(400);
    }

    @Test
    void showsChangesAndErasesOne() {
        UUID candidate = candidate("Ada One");
        String path = "/candidates/" + candidate;
        Browser recruiter = browser(a(Role.RECRUITER));
        assertThat(recruiter.get(path).body())
                .contains("Ada One", "Send a new link")
                .doesNotContain("Erase personal data");
        String[] form = {"name", "Ada Two", "email", "two@example.org", "zone", "Asia/Tokyo", "version", "1"};
        assertThat(recruiter.post(path, form).statusCode()).isEqualTo(303);
        assertThat(recruiter.post(path, form).statusCode()).isEqualTo(409);
        assertThat(recruiter.post(path + "/erase", "sure", "yes").statusCode()).isEqualTo(403);
        Browser administrator = browser(a(Role.ADMINISTRATOR));
        assertThat(administrator.post(path + "/erase").statusCode()).isEqualTo(422);
        assertThat(administrator.post(path + "/erase", "sure", "yes").statusCode())
                .isEqualTo(303);
        assertThat(administrator.get(path).body()).contains("were erased").doesNotContain("Ada Two");
        assertThat(recruiter.get("/candidates/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"INTERVIEWER", "BAR_RAISER"})
    void isClosedToThoseWhoOnlyTakePart(Role role) {
        UUID candidate = candidate("Ada Closed");
        Browser browser = browser(a(role));
        for (String path : new String[] {"/candidates", "/candidates/new", "/candidates/" + candidate}) {
            assertThat(browser.get(path).statusCode()).isEqualTo(403);
        }
        assertThat(browser.post("/candidates", "name", "X", "email", "x@example.org", "zone", "UTC")
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.post("/candidates/" + candidate + "/link").statusCode())
                .isEqualTo(403);
    }
}
