package touchstone.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import touchstone.platform.fixtures.BrowserSession;
import touchstone.platform.fixtures.PlatformTest;
import touchstone.platform.shared.Person;
import touchstone.platform.shared.Role;

/** The pages of this module in a real browser: accessible, narrow and dark too, and usable after signing in by a link. */
class IdentityEndToEndTests extends PlatformTest {

    private static final int PHONE = 390;

    @Autowired
    private Links links;

    @BeforeEach
    void needsABrowser() {
        assumeTrue(BrowserSession.isPossible(), "this machine has no Chromium");
        jdbc.sql("delete from identity.failed_sign_in").update();
    }

    @Test
    void keepsEveryPageAccessible() {
        Person administrator = a(Role.ADMINISTRATOR);
        String setup = links.issue(Links.Kind.SETUP, Optional.empty(), Duration.ofHours(1));
        for (BrowserSession session :
                List.of(BrowserSession.open(port), BrowserSession.open(port, PHONE, ColorScheme.DARK, true))) {
            try (session) {
                String size = session.page().viewportSize().width == PHONE ? "-phone" : "";
                look(session, "/setup/" + setup, "setup" + size);
                look(session, "/sign-in?failed", "sign-in" + size);
                look(session, "/forgotten", "forgotten" + size);
                session.signIn(email(administrator), password());
                look(session, "/people", "people" + size);
                look(session, "/people/" + a(Role.INTERVIEWER).id(), "person" + size);
                look(session, "/account", "account" + size);
                look(session, "/invitation/nobody-made-it", "no-link" + size);
            }
        }
    }

    @Test
    void goesOnAfterSigningInByALink() {
        Person guest = person("guest", Role.ADMINISTRATOR);
        String token = as(
                a(Role.ADMINISTRATOR),
                () -> links.issue(Links.Kind.INVITATION, Optional.of(guest.id()), Duration.ofHours(1)));
        try (BrowserSession session = BrowserSession.open(port)) {
            Page page = session.go("/invitation/" + token);
            page.locator("input[name=password]").fill("guest guest guest");
            page.locator("main button[type=submit]").click();
            page.locator("#problem .notice").waitFor();
            assertThat(page.locator("#problem").innerText()).contains("too easy to guess");
            assertThat(page.locator("input[name=password]").inputValue()).isEqualTo("guest guest guest");
            session.assertAccessible();
            page.locator("input[name=password]").fill("seven slow rivers");
            page.locator("main button[type=submit]").click();
            page.waitForURL("http://127.0.0.1:" + port + "/");

            session.go("/people");
            String email = UUID.randomUUID() + "@example.org";
            page.locator("main input[name=name]").fill("Invited Here");
            page.locator("main input[name=email]").fill(email);
            page.locator("main button[type=submit]").click();
            page.locator("main .notice-good").waitFor();
            assertThat(page.locator("main").innerText()).contains("Invited Here gets a link", email);
            page.locator(".who button").click();
            page.waitForURL("**/sign-in?out");
            page.locator("input[name=username]").waitFor();
            session.signIn(email(guest), "seven slow rivers");
        }
    }

    private static void look(BrowserSession session, String path, String name) {
        session.go(path);
        session.picture("identity-" + name);
        session.assertAccessible();
        session.assertFits();
        session.assertNoErrors();
    }
}
