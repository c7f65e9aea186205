package touchstone.platform.hiring.plan;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import touchstone.catalogue.content.Level;
import touchstone.platform.fixtures.BrowserSession;
import touchstone.platform.fixtures.PlatformTest;
import touchstone.platform.hiring.Openings;
import touchstone.platform.hiring.Plans;
import touchstone.platform.shared.Person;
import touchstone.platform.shared.Role;

/** The plan editor in a real browser: the matrix follows, a conflict keeps what was typed, axe has nothing to say. */
class PlanEditorEndToEndTests extends PlatformTest {

    @Autowired
    Openings openings;

    @Autowired
    Plans plans;

    @BeforeAll
    static void needsABrowser() {
        assumeTrue(BrowserSession.isPossible(), "there is no chromium on the PATH");
    }

    private UUID opening() {
        Person manager = a(Role.HIRING_MANAGER);
        return as(manager, () -> {
            UUID opening = openings.create("Search engineer", "Search", "ai-engineer", Level.SENIOR, manager.id());
            plans.startFrom(opening, "full-loop", 1);
            return opening;
        });
    }

    /** Ticking a competency changes the matrix before anything is saved; searching keeps what was ticked. */
    @Test
    void followsWhatIsEntered() {
        String plan = "/openings/" + opening() + "/plan";
        try (BrowserSession browser = BrowserSession.open(port).signIn(email(a(Role.HIRING_MANAGER)), password())) {
            Page page = browser.go(plan + "/stages/technical-screen");
            assertThat(page.locator("#check .badge.warn")).hasCount(0);
            page.locator("input[name=competencies][value=code-reading-debugging]")
                    .uncheck();
            assertThat(page.locator("#check .badge.warn")).hasText("Not covered");
            page.locator("#all").check();
            page.locator("#q").fill("rate limit");
            assertThat(page.locator("#questions input[name=questions]:not(:checked)")
                            .first())
                    .isVisible();
            String chosen = page.locator("#questions input[name=questions]:not(:checked)")
                    .first()
                    .getAttribute("value");
            page.locator("#questions input[value=" + chosen + "]").check();
            page.locator("#q").fill("drift");
            assertThat(page.locator("#questions input[value=" + chosen + "]")).isChecked();
            browser.picture("plan-stage");
            browser.assertAccessible();
            page.locator("#stage .actions button.primary").click();
            page.waitForURL(url -> url.endsWith("/plan"));
            assertThat(page.locator(".notice-good")).containsText("was kept");
            assertThat(page.locator("#check .badge.warn").first()).hasText("Not covered");
            browser.assertNoErrors();
        }
    }

    /** Two people edit one stage: the second sees what was typed, and what is kept now. */
    @Test
    void keepsWhatTheSecondPersonTyped() {
        String plan = "/openings/" + opening() + "/plan";
        String address = email(a(Role.HIRING_MANAGER));
        try (BrowserSession first = BrowserSession.open(port).signIn(address, password());
                BrowserSession second = BrowserSession.open(port).signIn(email(a(Role.RECRUITER)), password())) {
            Page mine = first.go(plan + "/stages/system-design");
            Page yours = second.go(plan + "/stages/system-design");
            mine.locator("input[name=title]").fill("Design of a chat");
            mine.locator("#stage .actions button.primary").click();
            assertThat(mine.locator(".notice-good")).isVisible();
            yours.locator("input[name=title]").fill("Design of a search for papers");
            yours.locator("#stage .actions button.primary").click();
            assertThat(yours.locator(".notice-warn")).containsText("Kept now: Design of a chat");
            assertThat(yours.locator("input[name=title]")).hasValue("Design of a search for papers");
            second.picture("plan-conflict");
            second.assertAccessible();
            yours.locator("#stage .actions button.primary").click();
            assertThat(yours.locator(".notice-good")).containsText("Design of a search for papers");
        }
    }

    /** Every page of openings, plans and pools: nothing for axe to complain of, wide and narrow, light and dark. */
    @Test
    void isAccessibleOnEveryPage() {
        UUID opening = opening();
        Person manager = a(Role.HIRING_MANAGER);
        String version = as(manager, () -> {
            plans.publish(opening, plans.draft(opening).version());
            return plans.versions(opening).getFirst().id().toString();
        });
        String address = email(manager);
        String one = "/openings/" + opening;
        List<String> pages = List.of(
                "/openings",
                "/openings/new",
                one,
                one + "/plan",
                one + "/plan/start",
                one + "/plan/terms",
                one + "/plan/stages/technical-depth",
                one + "/plan/publish",
                one + "/plan/versions/" + version,
                "/pools");
        try (BrowserSession light = BrowserSession.open(port).signIn(address, password());
                BrowserSession dark =
                        BrowserSession.open(port, 400, ColorScheme.DARK, false).signIn(address, password())) {
            for (String path : pages) {
                String name = path.replace(opening.toString(), "one")
                        .replace(version, "one")
                        .replace('/', '-');
                light.go(path);
                light.picture("hiring" + name);
                light.assertAccessible();
                light.assertFits();
                dark.go(path);
                dark.picture("hiring" + name + "-narrow-dark");
            }
            light.assertNoErrors();
        }
    }
}
