package touchstone.platform.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.SoftAssertions;
import touchstone.platform.fixtures.BrowserSession;

/**
 * Looks at each page of the story: its title is its heading, axe finds nothing against WCAG 2.2 AA, nothing is wider than
 * the window, no program complains. Keeps a numbered picture of it in target/screenshots. What it finds it says at the end,
 * so that one page does not hide what is wrong with the next.
 */
final class Album {

    private static final List<String> TAGS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final int NODES = 4;

    /** Says what the policy on content has blocked, which the browser itself says only vaguely. */
    private static final String BLOCKED = """
        document.addEventListener('securitypolicyviolation', event => console.error(
            'blocked', event.effectiveDirective, event.sample, event.target.outerHTML?.slice(0, 300)));
        """;

    private final List<String> found = new ArrayList<>();
    private int pictures;

    /** Notes every error that a program of this browser reports from now on. */
    void listen(BrowserSession browser, String who) {
        browser.context().addInitScript(BLOCKED);
        browser.context().onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                found.add(who + ": console: " + message.text() + " " + message.location());
            }
        });
    }

    void look(BrowserSession browser, String name) {
        Page page = browser.page();
        pictures++;
        String number = String.format(Locale.ROOT, "story-%03d-%s", pictures, name);
        PlaywrightAssertions.assertThat(page.locator("h1")).hasCount(1);
        PlaywrightAssertions.assertThat(page)
                .hasTitle(page.locator("h1").textContent().strip() + " · Touchstone");
        browser.picture(number);
        for (Rule rule : new AxeBuilder(page)
                .withTags(TAGS)
                .setLegacyMode(true)
                .analyze()
                .getViolations()) {
            rule.getNodes().stream()
                    .limit(NODES)
                    .forEach(node -> found.add(
                            number + ": " + rule.getId() + ": " + node.getHtml() + " " + node.getFailureSummary()));
        }
        if (!page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
                .equals(true)) {
            found.add(number + ": wider than its window");
        }
    }

    int pictures() {
        return pictures;
    }

    void assertFlawless() {
        SoftAssertions all = new SoftAssertions();
        found.forEach(flaw -> all.fail(flaw));
        all.assertAll();
        assertThat(found).isEmpty();
    }
}
