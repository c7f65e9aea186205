package touchstone.platform.interview.room;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import touchstone.platform.fixtures.BrowserSession;
import touchstone.platform.interview.InterviewingTest;
import touchstone.platform.interview.Note;
import touchstone.platform.interview.Rating;
import touchstone.platform.interview.ScorecardContent;
import touchstone.platform.interview.Tick;
import touchstone.platform.shared.Person;
import touchstone.platform.shared.Role;

/** How the room and the scorecard look: accessible, and no wider than their window. */
class RoomScreensEndToEndTests extends InterviewingTest {

    @BeforeAll
    static void needsABrowser() {
        assumeTrue(BrowserSession.isPossible(), "there is no chromium on the PATH");
    }

    private static String room(UUID interview) {
        return "/interviews/" + interview + "/room";
    }

    private static String scorecard(UUID interview) {
        return "/interviews/" + interview + "/scorecard";
    }

    /** WCAG 2.2 AA as far as axe sees, on a wide and a narrow screen, light and dark. */
    @Test
    void isAccessibleOnEveryScreen() {
        Person interviewer = interviewer("Ira Sand");
        UUID design = interview("system-design", interviewer);
        UUID behavioural = interview("behavioural", interviewer);
        prepare(interviewer, design);
        String email = signsIn(interviewer);
        for (int width : List.of(1280, 390)) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                String name = width + "-" + scheme.name().toLowerCase(Locale.ROOT);
                try (BrowserSession browser = BrowserSession.open(port, width, scheme, true)) {
                    browser.signIn(email, PASSWORD);
                    look(browser, room(design), "room-design-" + name);
                    browser.page().keyboard().press("?");
                    browser.pictureOfWindow("room-help-" + name);
                    browser.assertAccessible();
                    look(browser, room(behavioural), "room-behavioural-" + name);
                    look(browser, scorecard(design), "scorecard-" + name);
                    look(browser, scorecard(design) + "/review", "review-" + name);
                }
            }
        }
    }

    @Test
    void isAccessibleWhereSeatsAreGivenToOthers() {
        Person interviewer = interviewer("Ira Sand");
        UUID design = interview("system-design", interviewer);
        String email = signsIn(a(Role.RECRUITER));
        for (int width : List.of(1280, 390)) {
            try (BrowserSession browser = BrowserSession.open(port, width, ColorScheme.LIGHT, true)) {
                browser.signIn(email, PASSWORD);
                look(browser, "/interviews/" + design, "interview-" + width);
                look(browser, "/interviews/" + design + "/seats", "seats-" + width);
            }
        }
    }

    private void prepare(Person interviewer, UUID interview) {
        as(interviewer, () -> {
            String question = "design-enterprise-search-platform";
            Note.Context marked = new Note.Context(Optional.of(question), Optional.empty(), Optional.of("rag-design"));
            notes.add(interview, "Asks how many documents and how often they change before drawing anything.", marked);
            notes.add(interview, "Filters by rights inside the index; names the cost.", marked);
            notes.add(interview, "Forgot deletion of leavers' rights until asked.", Note.Context.NONE);
            ticks.put(interview, question, Tick.Kind.STARTED, "1");
            ticks.put(interview, question, Tick.Kind.POINT, "1");
            ticks.put(interview, question, Tick.Kind.REVEALED, "1");
            ticks.put(interview, "", Tick.Kind.STEP, "scale");
            var draft = scorecards.draft(interview);
            List<Rating> ratings = draft.content().ratings().stream()
                    .<Rating>map(rating -> rating.competency().equals("rag-design")
                            ? new Rating.Rated("rag-design", 4, List.of())
                            : rating)
                    .toList();
            return scorecards.saveDraft(
                    interview, new ScorecardContent(Optional.empty(), "", ratings), draft.version());
        });
    }

    private static void look(BrowserSession browser, String path, String name) {
        browser.go(path);
        browser.picture(name);
        browser.assertFits();
        browser.assertAccessible();
        browser.assertNoErrors();
    }
}
