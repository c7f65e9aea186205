package touchstone.platform.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import touchstone.platform.fixtures.Browser;
import touchstone.platform.fixtures.Happened;
import touchstone.platform.fixtures.PlatformTest;
import touchstone.platform.identity.SignInThrottled;
import touchstone.platform.shared.Person;
import touchstone.platform.shared.Role;

/** Signing in, with what somebody from outside might try. */
class SignInTests extends PlatformTest {

    private static final String WRONG = "not the password";

    @BeforeEach
    @AfterEach
    void forgetFailures() {
        jdbc.sql("delete from identity.failed_sign_in").update();
    }

    @Test
    void givesTheSessionANewId() {
        Browser browser = browser();
        browser.get("/sign-in");
        String before = browser.session().orElseThrow();
        browser.signIn(email(a(Role.RECRUITER)), password());
        assertThat(browser.session().orElseThrow()).isNotEqualTo(before);
        assertThat(browser.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void keepsTheCookieFromScriptsAndOtherSites() {
        String cookie =
                browser().get("/sign-in").headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).startsWith("touchstone=").contains("HttpOnly").contains("SameSite=Lax");
    }

    @Test
    void saysTheSameToUnknownAndKnownAddresses() {
        Browser known = browser();
        Browser unknown = browser();
        HttpResponse<String> first = known.signIn(email(a(Role.RECRUITER)), WRONG);
        HttpResponse<String> second = unknown.signIn(UUID.randomUUID() + "@example.org", WRONG);
        assertThat(first.statusCode()).isEqualTo(second.statusCode());
        assertThat(to(first)).isEqualTo(to(second)).contains("/sign-in?failed");
        assertThat(plain(known.get("/sign-in?failed"))).isEqualTo(plain(unknown.get("/sign-in?failed")));
    }

    @Test
    void checksNothingAfterFiveFailuresForAnAddress() {
        Person person = a(Role.RECRUITER);
        for (int i = 0; i < Throttle.MOST_FOR_ADDRESS; i++) {
            browser().signIn(email(person), WRONG);
        }
        assertThat(to(browser().signIn(email(person), password()))).contains("/sign-in?failed");
        assertThat(to(browser().signIn(email(a(Role.INTERVIEWER)), password()))).doesNotContain("failed");
        assertThat(Happened.await(() -> happened.events(SignInThrottled.class).stream()
                        .filter(event -> event.entity().equals(person.id()))
                        .toList()))
                .hasSize(1)
                .allSatisfy(
                        event -> assertThat(event.digest()).doesNotContain("@").hasSize(64));

        jdbc.sql("""
            with old as (delete from identity.failed_sign_in returning *)
            insert into identity.failed_sign_in (id, key, at)
            select gen_random_uuid(), key, at - interval '16 minutes' from old
            """).update();
        assertThat(to(browser().signIn(email(person), password()))).doesNotContain("failed");
        assertThat(jdbc.sql("select count(*) from identity.failed_sign_in")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void checksNothingAfterTwentyFailuresFromANetworkAddress() {
        for (int i = 0; i < Throttle.MOST_FROM_NETWORK; i++) {
            browser().signIn(UUID.randomUUID() + "@example.org", WRONG);
        }
        assertThat(to(browser().signIn(email(a(Role.RECRUITER)), password()))).contains("/sign-in?failed");
    }

    @Test
    void forgetsFailuresOnceSomebodyIsIn() {
        Person person = a(Role.RECRUITER);
        for (int round = 0; round < 2; round++) {
            for (int i = 1; i < Throttle.MOST_FOR_ADDRESS; i++) {
                browser().signIn(email(person), WRONG);
            }
            assertThat(to(browser().signIn(email(person), password()))).doesNotContain("failed");
        }
    }

    @Test
    void leadsBackToThePageThatWasWanted() {
        Browser browser = browser();
        HttpResponse<String> sent = browser.get("/people?from=mail");
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(to(sent)).endsWith("/sign-in?to=%2Fpeople%3Ffrom%3Dmail");
        assertThat(browser.get("/sign-in?to=%2Fpeople%3Ffrom%3Dmail").body()).contains("value=\"/people?from=mail\"");
        HttpResponse<String> in = browser.post(
                "/sign-in",
                "username",
                email(a(Role.ADMINISTRATOR)),
                "password",
                password(),
                "to",
                "/people?from=mail");
        assertThat(to(in)).endsWith("/people?from=mail");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "https://evil.example/",
                "/\\evil.example",
                "\\\\evil.example",
                "/\t/evil.example",
                "javascript:alert(1)",
                " //evil.example",
                "evil.example",
                "/a\r\nSet-Cookie: x=y"
            })
    void neverLeadsToAnotherSite(String to) {
        Browser browser = browser();
        HttpResponse<String> in =
                browser.post("/sign-in", "username", email(a(Role.RECRUITER)), "password", password(), "to", to);
        assertThat(to(in)).isIn("/", "http://127.0.0.1:" + port + "/");
        assertThat(in.headers().map().keySet()).doesNotContain("x");
        Browser wrong = browser();
        assertThat(to(wrong.post("/sign-in", "username", "nobody@example.org", "password", WRONG, "to", to)))
                .endsWith("/sign-in?failed");
    }

    @Test
    void loadsTheSignInPageWholeForHtmx() {
        HttpResponse<String> answer = browser().get("/people", "HX-Request", "true", "HX-Boosted", "true");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("HX-Redirect")).hasValue("/sign-in?to=%2Fpeople");
    }

    @Test
    void refusesFormsFromElsewhere() {
        Browser browser = browser(a(Role.ADMINISTRATOR));
        String email = UUID.randomUUID() + "@example.org";
        HttpResponse<String> refused = browser.postFromElsewhere(
                "/people", "name", "Eve", "email", email, "zone", "UTC", "roles", "ADMINISTRATOR");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("it does not come from this site").doesNotContain("Exception");
        assertThat(happened.notices(email)).isEmpty();
        assertThat(browser()
                        .postFromElsewhere("/sign-in", "username", "a@example.org", "password", "x")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void endsTheSessionAtSignOut() {
        Browser browser = browser(a(Role.RECRUITER));
        assertThat(to(browser.post("/sign-out"))).endsWith("/sign-in?out");
        assertThat(browser.get("/account").statusCode()).isEqualTo(303);
    }

    @Test
    void believesNoProxyWithoutHttps() {
        HttpResponse<String> answer =
                browser().get("/sign-in", "X-Forwarded-Proto", "https", "X-Forwarded-For", "1.2.3.4");
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow()).doesNotContain("Secure");
    }

    private static String to(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    /** A page without what differs between two of them by chance. */
    private static String plain(HttpResponse<String> page) {
        return page.statusCode() + page.body().replaceAll("[A-Za-z0-9_-]{60,}=*", "TOKEN");
    }
}
