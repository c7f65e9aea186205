package touchstone.platform.identity.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import touchstone.platform.fixtures.Browser;
import touchstone.platform.fixtures.Happened;
import touchstone.platform.fixtures.PlatformTest;
import touchstone.platform.identity.AccountDeactivated;
import touchstone.platform.identity.AccountInvited;
import touchstone.platform.identity.PasswordChanged;
import touchstone.platform.identity.RolesChanged;
import touchstone.platform.shared.Notice;
import touchstone.platform.shared.Person;
import touchstone.platform.shared.Role;

/** How people come in, change and go. */
class PeopleTests extends PlatformTest {

    private static final String GOOD = "seven slow rivers";

    @BeforeEach
    void forgetFailures() {
        jdbc.sql("delete from identity.failed_sign_in").update();
    }

    @Test
    void invitesByALinkThatWorksOnce() {
        String email = invite("Grace Hopper", "INTERVIEWER", "BAR_RAISER");
        Notice notice = happened.notices(email).getFirst();
        String path = notice.path().orElseThrow();
        assertThat(notice.key()).isEqualTo("identity.invitation");
        assertThat(browser(a(Role.ADMINISTRATOR)).get("/people").body()).contains("Grace Hopper", "no password yet");

        Browser guest = browser();
        assertThat(guest.get(path).body()).contains("Welcome, Grace Hopper", email);
        assertThat(guest.post(path, "password", "short").statusCode()).isEqualTo(422);
        assertThat(guest.post(path, "password", "Hopper hopper grace").body()).contains("too easy to guess");
        HttpResponse<String> in = guest.post(path, "password", GOOD);
        assertThat(in.statusCode()).isEqualTo(303);
        guest.forgetPage();
        assertThat(guest.get("/account").body()).contains(email, "Bar raiser").doesNotContain("Hiring manager");

        HttpResponse<String> again = browser().get(path);
        assertThat(again.statusCode()).isEqualTo(410);
        assertThat(again.body()).contains("This invitation has been accepted already.");
        assertThat(browser()
                        .signIn(email, GOOD)
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .doesNotContain("failed");
        assertThat(happened.events(AccountInvited.class))
                .anySatisfy(event ->
                        assertThat(event.roles()).containsExactlyInAnyOrder(Role.INTERVIEWER, Role.BAR_RAISER));
    }

    @Test
    void saysThatALinkHasExpiredOrIsUnknown() {
        String email = invite("Late Guest", "INTERVIEWER");
        String path = happened.notices(email).getFirst().path().orElseThrow();
        jdbc.sql("update identity.link set expires_at = created_at where subject = (select account_id from"
                        + " identity.sign_in where email = ?)")
                .param(email)
                .update();
        HttpResponse<String> expired = browser().get(path);
        assertThat(expired.statusCode()).isEqualTo(410);
        assertThat(expired.body()).contains("This invitation has expired.");
        assertThat(browser().post(path, "password", GOOD).statusCode()).isEqualTo(410);
        assertThat(browser().get("/invitation/" + "x".repeat(43)).statusCode()).isEqualTo(404);
        assertThat(browser()
                        .get("/reset/" + path.substring("/invitation/".length()))
                        .statusCode())
                .isEqualTo(404);
        assertThat(jdbc.sql("select count(*) from identity.link where position(cast(? as bytea) in digest) > 0")
                        .param(path.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void replacesALinkByANewOne() {
        String email = invite("Lost Mail", "INTERVIEWER");
        UUID id = id(email);
        browser(a(Role.ADMINISTRATOR)).post("/people/" + id + "/link");
        List<Notice> notices = happened.notices(email);
        assertThat(notices).hasSize(2);
        assertThat(browser().get(notices.get(0).path().orElseThrow()).statusCode())
                .isEqualTo(404);
        assertThat(browser().get(notices.get(1).path().orElseThrow()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void resetsAForgottenPasswordAndEndsAllSessions() {
        Person person = person("forgetful", Role.RECRUITER);
        String email = email(person);
        Browser signedIn = browser(person);
        browser().post("/forgotten", "email", email);
        Notice notice = Happened.await(() -> happened.notices(email)).getFirst();
        assertThat(notice.key()).isEqualTo("identity.reset");
        Browser other = browser();
        assertThat(other.post(notice.path().orElseThrow(), "password", GOOD).statusCode())
                .isEqualTo(303);
        assertThat(other.get("/account").statusCode()).isEqualTo(200);
        assertThat(signedIn.get("/account").statusCode()).isEqualTo(303);
        assertThat(happened.events(PasswordChanged.class))
                .anyMatch(event -> event.entity().equals(person.id()));
    }

    @Test
    void doesNotSayWhetherAnAddressIsKnown() {
        Browser one = browser();
        Browser two = browser();
        HttpResponse<String> known = one.post("/forgotten", "email", email(a(Role.INTERVIEWER)));
        HttpResponse<String> unknown = two.post("/forgotten", "email", UUID.randomUUID() + "@example.org");
        assertThat(known.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(303);
        assertThat(known.headers().firstValue("Location"))
                .isEqualTo(unknown.headers().firstValue("Location"));
        String tokens = "[A-Za-z0-9_-]{60,}=*";
        assertThat(one.get("/forgotten").body().replaceAll(tokens, ""))
                .contains("If an account has this address")
                .isEqualTo(two.get("/forgotten").body().replaceAll(tokens, ""));
    }

    @Test
    void changesRolesFromTheNextClickOn() {
        Person person = person("changing", Role.INTERVIEWER);
        Browser theirs = browser(person);
        assertThat(theirs.get("/people").statusCode()).isEqualTo(403);
        Browser administrator = browser(a(Role.ADMINISTRATOR));
        String path = "/people/" + person.id();
        assertThat(administrator
                        .post(path + "/roles", "version", "1", "roles", "ADMINISTRATOR")
                        .statusCode())
                .isEqualTo(303);
        assertThat(theirs.get("/people").statusCode()).isEqualTo(200);
        HttpResponse<String> second = administrator.post(path + "/roles", "version", "1", "roles", "RECRUITER");
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("Somebody else has changed this account");
        assertThat(administrator.post(path + "/roles", "version", "2").statusCode())
                .isEqualTo(422);
        assertThat(happened.events(RolesChanged.class)).anySatisfy(event -> {
            assertThat(event.entity()).isEqualTo(person.id());
            assertThat(event.after()).containsExactly(Role.ADMINISTRATOR);
        });
    }

    @Test
    void keepsTheLastAdministrator() {
        Person last = a(Role.ADMINISTRATOR);
        Browser browser = browser(last);
        String path = "/people/" + last.id();
        HttpResponse<String> roles = browser.post(path + "/roles", "version", "1", "roles", "RECRUITER");
        assertThat(roles.statusCode()).isEqualTo(409);
        assertThat(roles.body()).contains("this is the last active administrator");
        assertThat(browser.post(path + "/active", "version", "1", "active", "false")
                        .statusCode())
                .isEqualTo(409);
        assertThat(browser.get("/people").statusCode()).isEqualTo(200);
    }

    @Test
    void endsTheSessionsOfADeactivatedAccountAtOnce() {
        Person person = person("leaving", Role.RECRUITER);
        String email = email(person);
        Browser theirs = browser(person);
        Browser administrator = browser(a(Role.ADMINISTRATOR));
        String path = "/people/" + person.id() + "/active";
        administrator.post(path, "version", "1", "active", "false");
        assertThat(theirs.get("/account").statusCode()).isEqualTo(303);
        assertThat(browser()
                        .signIn(email, password())
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .contains("failed");
        browser().post("/forgotten", "email", email);
        assertThat(happened.events(AccountDeactivated.class))
                .anyMatch(event -> event.entity().equals(person.id()));
        administrator.post(path, "version", "2", "active", "true");
        assertThat(browser()
                        .signIn(email, password())
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .doesNotContain("failed");
        assertThat(happened.notices(email)).isEmpty();
    }

    @Test
    void showsNobodyOfAnotherOrganisation() {
        Browser administrator = browser(a(Role.ADMINISTRATOR));
        UUID stranger = jdbc.sql("select account_id from identity.sign_in where organisation_id <> ? limit 1")
                .param(organisation())
                .query((row, number) -> row.getObject(1, UUID.class))
                .optional()
                .orElseGet(UUID::randomUUID);
        assertThat(administrator.get("/people/" + stranger).statusCode()).isEqualTo(404);
        assertThat(administrator.post("/people/" + stranger + "/link").statusCode())
                .isEqualTo(404);
    }

    private String invite(String name, String... roles) {
        String email = UUID.randomUUID() + "@example.org";
        List<String> fields = new java.util.ArrayList<>(List.of("name", name, "email", email, "zone", "Europe/Paris"));
        for (String role : roles) {
            fields.addAll(List.of("roles", role));
        }
        HttpResponse<String> sent = browser(a(Role.ADMINISTRATOR)).post("/people", fields.toArray(String[]::new));
        assertThat(sent.statusCode()).isEqualTo(303);
        return email;
    }

    private UUID id(String email) {
        return jdbc.sql("select account_id from identity.sign_in where email = ?")
                .param(email)
                .query((row, number) -> row.getObject("account_id", UUID.class))
                .single();
    }
}
