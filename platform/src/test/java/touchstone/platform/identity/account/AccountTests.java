package touchstone.platform.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import touchstone.platform.fixtures.Browser;
import touchstone.platform.fixtures.PlatformTest;
import touchstone.platform.shared.Person;
import touchstone.platform.shared.Role;

/** One's own account, and what every page sends along. */
class AccountTests extends PlatformTest {

    private static final Pattern HANDLE = Pattern.compile("name=\"session\" value=\"([0-9a-f]+)\"");
    private static final Pattern INLINE = Pattern.compile(
            "<script(?![^>]*\\ssrc=)|<style|\\sstyle=|\\son[a-z]+=\"|javascript:", Pattern.CASE_INSENSITIVE);
    private static final String GOOD = "seven slow rivers";

    @BeforeEach
    void forgetFailures() {
        jdbc.sql("delete from identity.failed_sign_in").update();
    }

    @Test
    void showsSessionsAndEndsOne() {
        Person person = person("many browsers", Role.INTERVIEWER);
        Browser here = browser(person);
        Browser there = browser(person);
        String page = here.get("/account").body();
        List<String> handles =
                HANDLE.matcher(page).results().map(found -> found.group(1)).toList();
        assertThat(handles).hasSize(1);
        assertThat(page).contains("this browser").doesNotContain(there.session().orElseThrow());

        Browser stranger = browser(a(Role.ADMINISTRATOR));
        assertThat(stranger.post("/account/sessions/end", "session", handles.getFirst())
                        .statusCode())
                .isEqualTo(404);
        assertThat(there.get("/account").statusCode()).isEqualTo(200);

        assertThat(here.post("/account/sessions/end", "session", handles.getFirst())
                        .statusCode())
                .isEqualTo(303);
        assertThat(there.get("/account").statusCode()).isEqualTo(303);
        assertThat(here.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void signsOutEverywhereElse() {
        Person person = person("travelling", Role.INTERVIEWER);
        Browser here = browser(person);
        List<Browser> others = List.of(browser(person), browser(person));
        here.post("/account/sessions/end-others");
        assertThat(here.get("/account").body()).contains("2 other browsers were signed out.");
        assertThat(others)
                .allSatisfy(
                        other -> assertThat(other.get("/account").statusCode()).isEqualTo(303));
    }

    @Test
    void changesThePasswordOfWhoKnowsIt() {
        Person person = person("careful", Role.INTERVIEWER);
        Browser here = browser(person);
        Browser there = browser(person);
        assertThat(here.post("/account/password", "current", "guess", "password", GOOD)
                        .statusCode())
                .isEqualTo(422);
        assertThat(here.post("/account/password", "current", password(), "password", "touchstone-2026-password")
                        .body())
                .contains("too easy to guess");
        assertThat(here.post("/account/password", "current", password(), "password", GOOD)
                        .statusCode())
                .isEqualTo(303);
        assertThat(here.get("/account").body()).contains("Your password was changed.");
        assertThat(there.get("/account").statusCode()).isEqualTo(303);
        assertThat(browser()
                        .signIn(email(person), GOOD)
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .doesNotContain("failed");
    }

    @Test
    void slowsGuessingThePasswordOfAnOpenSession() {
        Person person = person("left alone", Role.INTERVIEWER);
        Browser here = browser(person);
        for (int i = 0; i < 5; i++) {
            here.post("/account/password", "current", "guess", "password", GOOD);
        }
        assertThat(here.post("/account/password", "current", password(), "password", GOOD)
                        .statusCode())
                .isEqualTo(429);
    }

    @Test
    void changesNameAndZone() {
        Person person = person("old name", Role.INTERVIEWER);
        Browser here = browser(person);
        here.post("/account", "name", "New <b>Name</b>", "zone", "Asia/Tokyo");
        String page = here.get("/account").body();
        assertThat(page).contains("New &lt;b>Name&lt;/b>", "Asia/Tokyo").doesNotContain("<b>Name");
        assertThat(here.post("/account", "name", "", "zone", "Asia/Tokyo").statusCode())
                .isEqualTo(422);
        assertThat(here.post("/account", "name", "N", "zone", "Mars/Olympus").statusCode())
                .isEqualTo(422);
        assertThat(here.post("/account", "name", "N".repeat(201), "zone", "UTC").statusCode())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/sign-in?failed&out", "/forgotten", "/people", "/account", "/nowhere", "/setup/none", "/error"})
    void sendsNoScriptInsideAPage(String path) {
        HttpResponse<String> page = browser(a(Role.ADMINISTRATOR)).get(path);
        assertThat(INLINE.matcher(page.body())
                        .results()
                        .map(found -> found.group())
                        .toList())
                .isEmpty();
        assertThat(page.body()).contains("<title>").doesNotContain("Exception");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.headers().firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    }

    @Test
    void saysNothingOfItselfWhenARequestCannotBeRead() {
        Browser browser = browser(a(Role.ADMINISTRATOR));
        for (String path :
                List.of("/people/%2e%2e/x", "/people/no-uuid", "/people/" + UUID.randomUUID(), "/people;a=b")) {
            HttpResponse<String> answer = browser.get(path);
            assertThat(answer.statusCode()).as(path).isBetween(400, 499);
            assertThat(answer.body()).as(path).doesNotContain("Exception", "org.springframework", "Tomcat", "\tat ");
        }
    }
}
