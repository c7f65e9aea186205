package touchstone.platform.notification.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import touchstone.platform.fixtures.Browser;
import touchstone.platform.fixtures.BrowserSession;
import touchstone.platform.fixtures.PlatformTest;
import touchstone.platform.notification.Outbox;
import touchstone.platform.shared.Notice;
import touchstone.platform.shared.Person;
import touchstone.platform.shared.Role;

/** Messages in the browser, where no mail server takes them. */
class OutboxPageTests extends PlatformTest {

    private static final int PHONE = 390;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private Outbox outbox;

    /** Writes a message; tells its id. */
    private UUID written(String path) {
        Person recruiter = a(Role.RECRUITER);
        as(recruiter, () -> {
            transactions.executeWithoutResult(status -> events.publishEvent(new Notice(
                    "ada@example.org",
                    "Ada <b>",
                    "notification.example",
                    List.of("Ada", 2),
                    Optional.of(path),
                    Optional.of(new Notice.Attachment("a.ics", "text/calendar", "BEGIN:VCALENDAR")),
                    Optional.empty())));
            return true;
        });
        return as(recruiter, () -> outbox.messages(1)).messages().getFirst().id();
    }

    private void letIn(UUID message) {
        as(
                a(Role.RECRUITER),
                () -> transactions.execute(
                        status -> jdbc.sql("update notification.outbox set key = 'identity.x' where id = ?")
                                .param(message)
                                .update()));
    }

    @Test
    void showsAMessageAndItsLink() {
        UUID message = written("/my");
        Browser browser = browser(a(Role.RECRUITER));
        assertThat(browser.get("/outbox").body())
                .contains("Example for Ada", "To be passed on", "Ada &lt;b&gt;", "/outbox/" + message);
        assertThat(browser.get("/outbox/" + message).body())
                .contains("Hello Ada &lt;b&gt;,", "http://127.0.0.1:" + port + "/my\"", "a.ics")
                .doesNotContain("send-again");
        assertThat(browser.get("/outbox/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
        assertThat(browser.get("/outbox?page=-3").statusCode()).isEqualTo(200);
    }

    @Test
    void hidesALinkThatLetsSomebodyInFromRecruiters() {
        UUID message = written("/setup/abcdef");
        letIn(message);
        assertThat(browser(a(Role.RECRUITER)).get("/outbox/" + message).body())
                .contains("only an administrator may read it")
                .doesNotContain("/setup/abcdef");
        assertThat(browser(a(Role.RECRUITER))
                        .post("/outbox/" + message + "/send-again")
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser(a(Role.ADMINISTRATOR)).get("/outbox/" + message).body())
                .contains("/setup/abcdef");
    }

    @Test
    void keepsThePagesAccessible() {
        assumeTrue(BrowserSession.isPossible(), "this machine has no Chromium");
        Person recruiter = a(Role.RECRUITER);
        for (BrowserSession session :
                List.of(BrowserSession.open(port), BrowserSession.open(port, PHONE, ColorScheme.DARK, true))) {
            try (session) {
                String size = session.page().viewportSize().width == PHONE ? "-phone" : "";
                session.signIn(email(recruiter), password());
                if (size.isEmpty()) {
                    look(session, "/outbox", "empty");
                }
                UUID message = written("/my");
                look(session, "/outbox", "list" + size);
                look(session, "/outbox/" + message, "message" + size);
            }
        }
    }

    private static void look(BrowserSession session, String path, String name) {
        session.go(path);
        session.picture("outbox-" + name);
        session.assertAccessible();
        session.assertFits();
        session.assertNoErrors();
    }
}
