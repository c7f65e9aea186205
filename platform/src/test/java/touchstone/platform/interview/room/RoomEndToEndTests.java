package touchstone.platform.interview.room;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import touchstone.platform.fixtures.BrowserSession;
import touchstone.platform.interview.InterviewingTest;
import touchstone.platform.interview.Note;
import touchstone.platform.interview.Rating;
import touchstone.platform.interview.Recommendation;
import touchstone.platform.interview.Scorecard;
import touchstone.platform.interview.Tick;
import touchstone.platform.shared.Person;

/** The room and the scorecard in a real browser. */
class RoomEndToEndTests extends InterviewingTest {

    private static final Pattern SAVED = Pattern.compile("Saved \\d\\d:\\d\\d");

    @BeforeAll
    static void needsABrowser() {
        assumeTrue(BrowserSession.isPossible(), "there is no chromium on the PATH");
    }

    private BrowserSession signedIn(Person person) {
        return BrowserSession.open(port).signIn(signsIn(person), PASSWORD);
    }

    private static String room(UUID interview) {
        return "/interviews/" + interview + "/room";
    }

    private static String scorecard(UUID interview) {
        return "/interviews/" + interview + "/scorecard";
    }

    /** R-SCORE-2, R-SCORE-3, R-SIGNAL-12, R-FRAME-1: notes, marks, requirements, scorecard, by keyboard alone. */
    @Test
    void goesFromTheFirstNoteToTheSubmittedScorecardByKeyboardAlone() {
        Person interviewer = interviewer("Ida Nowak");
        UUID interview = interview("system-design", interviewer);
        try (BrowserSession browser = signedIn(interviewer)) {
            Page page = browser.go(room(interview));
            Keyboard keys = page.keyboard();
            keys.press("s");
            assertThat(page.locator("details[data-running]")).hasCount(1);
            keys.press("1");
            keys.press("r");
            keys.press("Enter");
            assertThat(page.locator("[data-answer]:visible")).hasCount(1);
            keys.press("c");
            keys.press("Space");
            keys.press("n");
            for (String text : List.of(
                    "Asked for the load first: 40 requests a second. n1 j k stay text",
                    "Rights are checked before retrieval, not after",
                    "No word on who may change the index")) {
                keys.type(text);
                keys.press("Enter");
            }
            assertThat(page.locator("[data-note]")).hasCount(3);
            keys.press("Escape");
            keys.press("l");
            keys.press("3");
            keys.press("ArrowUp");
            keys.press("2");
            keys.press("ArrowUp");
            keys.press("5");
            keys.press("5");
            keys.press("5");
            assertThat(page.locator("[data-standing]")).hasText("Everything is saved");
            browser.picture("room-keyboard");
            List<Note> kept = as(interviewer, () -> notes.mine(interview));
            assertThat(kept)
                    .extracting(note -> note.context().competency().orElse("none"))
                    .containsExactly("problem-framing", "rag-design", "ai-security");
            assertThat(kept)
                    .allSatisfy(note ->
                            assertThat(note.context().question()).hasValue("design-enterprise-search-platform"));
            assertThat(as(interviewer, () -> ticks.mine(interview)))
                    .extracting(Tick::kind)
                    .containsExactlyInAnyOrder(Tick.Kind.STARTED, Tick.Kind.POINT, Tick.Kind.REVEALED, Tick.Kind.STEP);

            browser.go(scorecard(interview));
            fillInByKeyboard(page);
            assertThat(page.locator("[data-standing]")).hasText(SAVED);
            browser.picture("scorecard-keyboard");
            keys.press("Control+Enter");
            page.waitForURL("**/scorecard/review");
            assertThat(page.locator("main")).containsText("The interview is not marked as held.");
            browser.picture("scorecard-review-missing");
            tabTo(page, "The interview was held");
            keys.press("Enter");
            assertThat(page.locator("main")).containsText("The interview is marked as held.");
            tabTo(page, "Submit the scorecard");
            keys.press("Enter");
            page.waitForURL("**/scorecard");
            assertThat(page.locator("h2").first()).hasText("Revision 1");
            browser.picture("scorecard-submitted");
            browser.assertNoErrors();
        }
        Scorecard submitted = as(interviewer, () -> scorecards.own(interview).orElseThrow());
        assertThat(submitted.content().recommendation()).hasValue(Recommendation.YES);
        assertThat(submitted.content().rating("system-design"))
                .hasValueSatisfying(rating -> assertThat(rating).isInstanceOf(Rating.NotObserved.class));
        assertThat(submitted.content().rating("rag-design"))
                .hasValueSatisfying(rating -> assertThat(((Rating.Rated) rating).evidence())
                        .singleElement()
                        .satisfies(evidence -> assertThat(evidence.text()).startsWith("Rights are checked")));
    }

    /** Presses Tab until the button has the focus, if it has not got it already. */
    private static void tabTo(Page page, String button) {
        String focused = "document.activeElement.textContent.trim()";
        for (int presses = 0; !button.equals(page.evaluate(focused)) && presses < 60; presses++) {
            page.keyboard().press("Tab");
        }
        assertThat(page.evaluate(focused)).isEqualTo(button);
    }

    private static void fillInByKeyboard(Page page) {
        Keyboard keys = page.keyboard();
        assertThat(page.locator(".bar-detail:visible")).hasCount(0);
        keys.press("j");
        keys.press("0");
        keys.press("j");
        keys.press("4");
        assertThat(page.locator(".bar-detail:visible")).hasCount(1);
        keys.press("c");
        keys.press("Space");
        keys.press("Alt+j");
        keys.press("2");
        keys.press("t");
        keys.type("Said that the model will refuse by itself; 3 stays text");
        keys.press("Alt+j");
        keys.press("n");
        keys.press("j");
        keys.press("3");
        keys.press("t");
        keys.type("Asked for load and users before drawing");
        keys.press("Alt+j");
        keys.press("3");
        keys.press("w");
        keys.type("Sound retrieval, thin security.");
    }

    /** Nothing is lost without a network, also over a closed tab. */
    @Test
    void keepsWhatIsTypedWithoutANetworkAndSendsItOnce() {
        Person interviewer = interviewer("Ola Berg");
        UUID interview = interview("behavioural", interviewer);
        try (BrowserSession browser = signedIn(interviewer)) {
            Page page = browser.go(room(interview));
            Page card = browser.tab(scorecard(interview));
            browser.context().setOffline(true);
            page.bringToFront();
            page.keyboard().press("n");
            page.keyboard().type("Written without a network");
            page.keyboard().press("Enter");
            page.keyboard().type("half a thought");
            page.locator("textarea[data-slot=result]").first().fill("From 9 s to 2 s");
            page.locator("textarea[data-slot=result]").first().press("Enter");
            page.locator("input[data-tick=POINT]").first().check();
            assertThat(page.locator("[data-standing]"))
                    .hasText(Pattern.compile("No connection: \\d kept on this device.*"));
            assertThat(page.locator("[data-waiting]:visible")).hasCount(2);
            browser.pictureOfWindow("room-offline");
            card.bringToFront();
            card.locator("textarea[name=summary]").fill("Written without a network too");
            card.locator("textarea[name=summary]").blur();
            assertThat(card.locator("[data-standing]")).hasText("Offline: kept on this device");
            card.close();
            assertThat(as(interviewer, () -> notes.mine(interview))).isEmpty();

            browser.context().setOffline(false);
            assertThat(page.locator("[data-standing]")).hasText("Everything is saved");
            page.reload();
            assertThat(page.locator("[data-note]")).hasCount(2);
            assertThat(page.locator("[data-note-field]")).hasValue("half a thought");
            Page again = browser.tab(scorecard(interview));
            assertThat(again.locator("textarea[name=summary]")).hasValue("Written without a network too");
            assertThat(again.locator("[data-standing]")).hasText(SAVED);
        }
        assertThat(as(interviewer, () -> notes.mine(interview)))
                .extracting(Note::text)
                .containsExactlyInAnyOrder("Written without a network", "From 9 s to 2 s");
        assertThat(as(interviewer, () -> notes.mine(interview)))
                .anySatisfy(note -> assertThat(note.context().slot()).hasValue(Note.Slot.RESULT));
        assertThat(as(interviewer, () -> scorecards.draft(interview)).content().summary())
                .isEqualTo("Written without a network too");
    }

    /** Two tabs: what differs is put together, what clashes is shown with both texts. */
    @Test
    void showsBothTextsWhenTwoTabsChangeTheSameField() {
        Person interviewer = interviewer("Ula Kern");
        UUID interview = interview("system-design", interviewer);
        try (BrowserSession browser = signedIn(interviewer)) {
            Page first = browser.go(scorecard(interview));
            Page second = browser.tab(scorecard(interview));
            first.bringToFront();
            first.locator("textarea[name=summary]").fill("From the first tab");
            first.locator("textarea[name=evidence-rag-design]").fill("Only here");
            first.locator("textarea[name=evidence-rag-design]").blur();
            assertThat(first.locator("[data-standing]")).hasText(SAVED);
            second.bringToFront();
            second.locator("textarea[name=summary]").fill("From the second tab");
            second.locator("textarea[name=summary]").blur();
            Locator conflict = second.locator("[data-conflict]");
            assertThat(conflict).isVisible();
            assertThat(conflict).containsText("From the first tab");
            assertThat(conflict).containsText("From the second tab");
            assertThat(second.locator("textarea[name=evidence-rag-design]")).hasValue("Only here");
            second.screenshot(new Page.ScreenshotOptions()
                    .setPath(java.nio.file.Path.of("target", "screenshots", "scorecard-conflict.png")));
            conflict.locator("button", new Locator.LocatorOptions().setHasText("Keep both"))
                    .click();
            assertThat(second.locator("[data-standing]")).hasText(SAVED);
        }
        assertThat(as(interviewer, () -> scorecards.draft(interview)).content().summary())
                .contains("From the first tab")
                .contains("From the second tab");
    }

    /** Evidence beside "not observed" is no part of a scorecard, and yet no word of it is lost. */
    @Test
    void keepsEvidenceOfWhatWasThenCalledNotObserved() {
        Person interviewer = interviewer("Ada Moor");
        UUID interview = interview("system-design", interviewer);
        try (BrowserSession browser = signedIn(interviewer)) {
            Page page = browser.go(scorecard(interview));
            page.locator("textarea[name=evidence-rag-design]").fill("Perhaps");
            page.locator("input[name=rating-rag-design][value=none]").check();
            page.locator("textarea[name=summary]").fill("Written last");
            page.locator("textarea[name=summary]").blur();
            assertThat(page.locator("[data-standing]")).hasText(SAVED);
            page.reload();
            assertThat(page.locator("textarea[name=summary]")).hasValue("Written last");
            assertThat(page.locator("textarea[name=evidence-rag-design]")).hasValue("Perhaps");
        }
    }

    /** A session that ended: told, kept, and sent after signing in again in another tab. */
    @Test
    void sendsWhatWasTypedAfterTheSessionEnded() {
        Person interviewer = interviewer("Eli Roth");
        UUID interview = interview("behavioural", interviewer);
        try (BrowserSession browser = signedIn(interviewer)) {
            Page page = browser.go(room(interview));
            browser.context().clearCookies();
            page.keyboard().press("n");
            page.keyboard().type("After the session ended");
            page.keyboard().press("Enter");
            assertThat(page.locator("[data-standing]")).hasText(Pattern.compile("You are signed out.*"));
            assertThat(page.locator("[data-sign-in]")).isVisible();
            Page tab = browser.tab("/sign-in");
            tab.locator("input[name=username]").fill(signsIn(interviewer));
            tab.locator("input[name=password]").fill(PASSWORD);
            tab.locator("form[action='/sign-in'] button[type=submit]").click();
            tab.waitForURL(url -> !url.contains("/sign-in"));
            assertThat(page.locator("[data-standing]")).hasText("Everything is saved");
        }
        assertThat(as(interviewer, () -> notes.mine(interview))).hasSize(1);
    }

    @Test
    void changesAndDeletesNotesByKeyboard() {
        Person interviewer = interviewer("Ana Lind");
        UUID interview = interview("behavioural", interviewer);
        as(interviewer, () -> {
            notes.add(interview, "To be changed", Note.Context.NONE);
            return notes.add(interview, "To be deleted", Note.Context.NONE);
        });
        try (BrowserSession browser = signedIn(interviewer)) {
            Page page = browser.go(room(interview));
            page.keyboard().press("l");
            page.keyboard().press("x");
            page.keyboard().press("x");
            page.keyboard().press("e");
            assertThat(page.locator("[data-editing]")).isVisible();
            page.keyboard().press("End");
            page.keyboard().type(" twice");
            page.keyboard().press("Enter");
            assertThat(page.locator("[data-standing]")).hasText("Everything is saved");
            assertThat(page.locator("[data-note-text]")).hasText("To be changed twice");
        }
        assertThat(as(interviewer, () -> notes.mine(interview)))
                .extracting(Note::text)
                .containsExactly("To be changed twice");
    }

    /** The form works without programs: radio buttons and one button. */
    @Test
    void fillsInTheScorecardWithoutScripts() {
        Person interviewer = interviewer("Udo Falk");
        UUID interview = interview("system-design", interviewer);
        try (BrowserSession browser = BrowserSession.open(port, 1280, ColorScheme.LIGHT, false)) {
            browser.signIn(signsIn(interviewer), PASSWORD);
            Page page = browser.go(scorecard(interview));
            page.locator("input[name=rating-rag-design][value='4']").check();
            page.locator("textarea[name=evidence-rag-design]").fill("Checked rights first");
            page.locator("button[value=review]").click();
            assertThat(page.locator("main")).containsText("Your overall recommendation is missing.");
            assertThat(page.locator("main")).containsText("Checked rights first");
        }
    }

    /** A correction is a new revision with a reason. */
    @Test
    void correctsASubmittedScorecard() {
        Person interviewer = interviewer("Iva Pohl");
        UUID interview = submitted(interviewer);
        try (BrowserSession browser = signedIn(interviewer)) {
            Page page = browser.go(scorecard(interview));
            page.locator("a", new Page.LocatorOptions().setHasText("Correct it"))
                    .click();
            page.locator("textarea[name=summary]").fill("On reflection");
            page.locator("textarea[name=reason]").fill("I had mixed up two answers");
            page.locator("button", new Page.LocatorOptions().setHasText("Submit the correction"))
                    .click();
            assertThat(page.locator("main")).containsText("Revision 2");
            assertThat(page.locator("main")).containsText("I had mixed up two answers");
            browser.assertAccessible();
            browser.picture("scorecard-corrected");
        }
    }

    private UUID submitted(Person interviewer) {
        UUID interview = interview("behavioural", interviewer);
        as(interviewer, () -> {
            interviews.tookPlace(interview, interviews.get(interview).version());
            var draft = scorecards.draft(interview);
            var content = new touchstone.platform.interview.ScorecardContent(
                    java.util.Optional.of(Recommendation.NO),
                    "Said little about others",
                    draft.content().ratings().stream()
                            .<Rating>map(rating -> new Rating.NotObserved(rating.competency()))
                            .toList());
            return scorecards.submit(interview, content, draft.version());
        });
        return interview;
    }
}
