package touchstone.platform.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import touchstone.platform.interview.Evidence;
import touchstone.platform.interview.Interview;
import touchstone.platform.interview.Interviews;
import touchstone.platform.interview.Rating;
import touchstone.platform.interview.Recommendation;
import touchstone.platform.interview.ScorecardContent;
import touchstone.platform.interview.Scorecards;

/** What interviewers do: notes in the room, a scorecard by keyboard, and others' ratings only when the rule allows. */
record Interviewing(Started started, Company company, UUID application) {

    /** A sentence of the first scorecard, by which others' pages are searched. */
    static final String TELLING = "Measured before changing anything";

    private static final Pattern SAVED = Pattern.compile("Saved \\d\\d:\\d\\d");

    void enterRoom(Actor actor, UUID interview, String picture) {
        actor.visit("/interviews", picture + "-mine");
        actor.main("a[href='/interviews/" + interview + "/room']").first().click();
        actor.page().waitForURL("**/room");
        assertThat(actor.page().locator("[data-island][data-mounted]").first()).isVisible();
        Keyboard keys = actor.page().keyboard();
        keys.press("s");
        keys.press("n");
        keys.type("Asked for the numbers first");
        keys.press("Enter");
        keys.type("Took one wrong turn, said so");
        keys.press("Enter");
        assertThat(actor.page().locator("[data-note]")).hasCount(2);
        keys.press("Escape");
        keys.press("l");
        keys.press("1");
        assertThat(actor.page().locator("[data-note]:not([data-competency=''])"))
                .hasCount(1);
        assertThat(actor.page().locator("[data-standing]")).hasText("Everything is saved");
        actor.look(picture + "-room");
    }

    /** Rates every competency alike, by keyboard alone, and goes to the review. */
    void rate(Actor actor, UUID interview, int value, String picture) {
        Page page = actor.go("/interviews/" + interview + "/scorecard");
        assertThat(page.locator("[data-island][data-mounted]").first()).isVisible();
        actor.look(picture + "-scorecard-empty");
        Keyboard keys = page.keyboard();
        int rows = page.locator("[data-row]:not([data-overall])").count();
        for (int row = 0; row < rows; row++) {
            keys.press(row == 0 ? "j" : "Alt+j");
            keys.press(String.valueOf(value));
            keys.press("t");
            keys.type(TELLING + ", " + row);
        }
        keys.press("Alt+j");
        keys.press(value >= 3 ? "3" : "2");
        keys.press("w");
        keys.type("Sound, and honest about limits.");
        assertThat(page.locator("[data-standing]")).hasText(SAVED);
        actor.look(picture + "-scorecard");
        keys.press("Control+Enter");
        page.waitForURL("**/scorecard/review");
    }

    void submit(Actor actor, String picture) {
        if (actor.main("form[action$='/scorecard/held']").count() > 0) {
            actor.look(picture + "-review-not-held");
            actor.send("/scorecard/held");
        }
        actor.look(picture + "-review");
        actor.send("/scorecard/submit");
        actor.page().waitForURL(url -> url.endsWith("/scorecard"));
        actor.look(picture + "-submitted");
    }

    void assertHidden(Actor actor, String picture) {
        actor.go("/applications/" + application);
        actor.assertSaysNot(TELLING);
        assertThat(actor.page().locator("main .rating")).hasCount(0);
        actor.go("/applications/" + application + "/debrief");
        actor.assertSays("You cannot see the ratings yet");
        actor.assertSaysNot(TELLING);
        assertThat(actor.page().locator("main .rating")).hasCount(0);
        actor.look(picture);
    }

    void assertSees(Actor actor, Actor author, String picture) {
        actor.go("/applications/" + application + "/debrief");
        assertThat(actor.main("table.debrief-matrix thead")).containsText(author.name);
        assertThat(actor.main("table.debrief-matrix tbody .rating-4").first()).isVisible();
        if (!picture.isEmpty()) {
            actor.look(picture);
        }
    }

    /** An interview that is arranged, held and rated through the services. */
    void pass(String stage, Instant at, Actor interviewer, int value, Recommendation said) {
        Interviews interviews = started.service(Interviews.class);
        UUID seat = started.person(interviewer.email).id();
        Interview.Slot slot = new Interview.Slot(at, 60, ZoneId.of("Europe/Berlin"), "Room 4");
        UUID interview = Company.as(started, company.recruiter(), person -> {
            UUID made =
                    interviews.schedule(application, stage, slot, Map.of(seat, Interview.Seat.Capacity.INTERVIEWER));
            interviews.tookPlace(made, interviews.get(made).version());
            return made;
        });
        Scorecards scorecards = started.service(Scorecards.class);
        Company.as(started, interviewer, person -> {
            Scorecards.Draft draft = scorecards.draft(interview);
            List<Rating> ratings = draft.content().ratings().stream()
                    .<Rating>map(rating -> new Rating.Rated(rating.competency(), value, evidence(stage)))
                    .toList();
            ScorecardContent content =
                    new ScorecardContent(Optional.of(said), "What I saw in " + stage + " decides it for me.", ratings);
            return scorecards.submit(interview, content, draft.version());
        });
    }

    private static List<Evidence> evidence(String stage) {
        return List.of(new Evidence(Optional.empty(), "Named what breaks first and how to notice it, in " + stage));
    }

    static Instant hoursBefore(Instant now, int hours) {
        return now.minus(Duration.ofHours(hours)).truncatedTo(java.time.temporal.ChronoUnit.MINUTES);
    }
}
