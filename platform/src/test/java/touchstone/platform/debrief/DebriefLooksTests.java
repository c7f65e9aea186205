package touchstone.platform.debrief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import touchstone.catalogue.content.Level;
import touchstone.platform.fixtures.BrowserSession;
import touchstone.platform.shared.Role;

/** The pages of the debrief in a real browser: for everybody, on every screen, in both colour schemes. */
class DebriefLooksTests extends DebriefTest {

    @BeforeAll
    static void needsABrowser() {
        assumeTrue(BrowserSession.isPossible(), "no chromium: apt-get install chromium");
    }

    @Test
    void areForEverybodyOnEveryScreen() {
        UUID open = debating(new Ratings(4, 2, 3), new Ratings(5, 0, 4), new Ratings(3, 4, 4));
        as(ivy, () -> opinions.give(open, false, Level.SENIOR, "Never asked who uses it."));
        UUID decided = passing();
        as(omar, () -> opinions.give(decided, false, Level.SENIOR, "Strong on paper, thin on operations."));
        decide(decided, Decision.Outcome.HIRE, "");
        as(a(Role.RECRUITER), () -> {
            offers.make(
                    decided,
                    "95,000 a year, from May.",
                    Set.of(a(Role.HIRING_MANAGER).id()),
                    0);
            return true;
        });
        UUID hidden = interviewed();
        held(hidden, "system-design", ivy, omar);
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : new int[] {1280, 390}) {
                String name = "-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + width;
                try (BrowserSession manager = BrowserSession.open(port, width, scheme, true)) {
                    manager.signIn(email(a(Role.HIRING_MANAGER)), password());
                    look(manager, "/applications/" + open + "/debrief", "open" + name);
                    look(manager, "/applications/" + decided + "/debrief", "decided" + name);
                    look(manager, "/applications/" + hidden + "/debrief", "hidden" + name);
                    look(manager, "/applications/" + decided + "/packet", "packet" + name);
                    look(manager, "/applications/" + decided + "/offer", "offer" + name);
                    look(manager, "/applications/" + decided + "/feedback", "feedback" + name);
                    look(manager, "/applications/" + decided, "application" + name);
                }
            }
        }
    }

    private static void look(BrowserSession session, String path, String name) {
        assertThat(session.go(path).title()).as(path).doesNotContain("did not work");
        session.picture("debrief-" + name);
        session.assertAccessible();
        session.assertFits();
        session.assertNoErrors();
    }
}
