package touchstone.platform.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.options.ColorScheme;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import touchstone.platform.audit.AuditLog;
import touchstone.platform.audit.Head;
import touchstone.platform.fixtures.Browser;
import touchstone.platform.fixtures.BrowserSession;
import touchstone.platform.fixtures.PlatformTest;
import touchstone.platform.shared.Person;
import touchstone.platform.shared.Role;

/** The audit log in the browser: what happened, whether it is whole, and taking it out. */
class AuditPageTests extends PlatformTest {

    private static final int PHONE = 390;

    @Autowired
    private AuditLog log;

    @Test
    void showsWhatHappenedAndChecksIt() {
        Browser browser = browser(a(Role.ADMINISTRATOR));
        assertThat(browser.get("/audit").body()).contains("Account created", "Never checked");
        assertThat(browser.post("/audit/verify").statusCode()).isEqualTo(303);
        assertThat(browser.get("/audit").body()).contains("The chain is whole", "badge good");
        assertThat(browser.get("/audit?type=NoSuchThing").body()).contains("Nothing of this kind happened then");
        assertThat(browser.get("/audit?day=yesterday").statusCode()).isEqualTo(422);
        assertThat(browser.get("/audit?day=2001-02-03").body()).doesNotContain("<tbody>");
        assertThat(browser.get("/audit?type=AccountCreated&before=3").body())
                .contains("Account created")
                .doesNotContain(">3</th>");
    }

    @Test
    void comparesAPrintedHead() {
        Person administrator = a(Role.ADMINISTRATOR);
        Browser browser = browser(administrator);
        Head head = as(administrator, log::head);
        String spaced = head.hash().replaceAll("(.{8})", "$1+");
        assertThat(browser.get("/audit/head?seq=" + head.seq() + "&hash=" + spaced)
                        .body())
                .contains("The chain holds this entry");
        assertThat(browser.get("/audit/head?seq=" + head.seq() + "&hash=" + "0".repeat(64))
                        .body())
                .contains("does not hold this entry");
        assertThat(browser.get("/audit/head?seq=99999999999999999999999&hash=").statusCode())
                .isEqualTo(200);
    }

    @Test
    void exportsForAReasonAlone() {
        Browser browser = browser(a(Role.ADMINISTRATOR));
        HttpResponse<String> refused = browser.post("/audit/export", "reason", "short");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("at least 10 characters");
        HttpResponse<String> exported = browser.post("/audit/export", "reason", "the yearly examination");
        assertThat(exported.headers().firstValue("Content-Disposition"))
                .get()
                .asString()
                .contains("audit-log.ndjson");
        assertThat(exported.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(exported.body().lines()).hasSizeGreaterThan(5).allMatch(line -> line.startsWith("{"));
        assertThat(browser.get("/audit").body()).contains("Log exported");
    }

    @Test
    void keepsThePagesAccessible() {
        assumeTrue(BrowserSession.isPossible(), "this machine has no Chromium");
        Person administrator = a(Role.ADMINISTRATOR);
        as(administrator, log::verify);
        for (BrowserSession session :
                List.of(BrowserSession.open(port), BrowserSession.open(port, PHONE, ColorScheme.DARK, true))) {
            try (session) {
                String size = session.page().viewportSize().width == PHONE ? "-phone" : "";
                session.signIn(email(administrator), password());
                look(session, "/audit", "log" + size);
                look(session, "/audit?type=NoSuchThing", "nothing" + size);
                look(session, "/audit/head", "head" + size);
                look(session, "/audit/export", "export" + size);
                look(session, "/audit/people/" + a(Role.INTERVIEWER).id(), "person" + size);
            }
        }
    }

    private static void look(BrowserSession session, String path, String name) {
        session.go(path);
        session.picture("audit-" + name);
        session.assertAccessible();
        session.assertFits();
        session.assertNoErrors();
    }
}
