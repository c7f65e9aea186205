package touchstone.platform.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import touchstone.platform.fixtures.Browser;
import touchstone.platform.shared.Role;

/** Searching and narrowing. */
class CataloguePagesTests extends CatalogueTest {

    @Test
    void findsAcrossEverything() {
        Browser browser = signedIn(a(Role.RECRUITER));
        String page = browser.get("/catalogue?q=drift").body();
        assertThat(page).contains("value=\"drift\"", "/catalogue/questions/", "<h2>", "entries</h2>");
        String part = browser.get("/catalogue?q=drift", "HX-Request", "true", "HX-Target", "found")
                .body();
        assertThat(part).contains("/catalogue/questions/").doesNotContain("<html", "<main");
    }

    @Test
    void saysThatNothingWasFoundAndShowsWhatWasTyped() {
        Browser browser = signedIn(a(Role.RECRUITER));
        String page = browser.get("/catalogue?q=%3Cscript%3Ezzz").body();
        assertThat(page)
                .contains("Nothing holds every word of “&lt;script&gt;zzz”")
                .doesNotContain("<script>zzz");
    }

    /** R-AVOID-1, R-AVOID-3: what is out of bounds for a role is marked with the reason. */
    @Test
    void marksWhatIsOutOfBoundsForTheRole() {
        Browser browser = signedIn(a(Role.INTERVIEWER));
        String puzzles =
                browser.get("/catalogue/questions?role=ai-engineer&kind=puzzle").body();
        assertThat(puzzles).contains("AI engineer: out of bounds");
        String concepts = browser.get("/catalogue/questions?role=ai-engineer&kind=fundamentals")
                .body();
        assertThat(concepts).contains("AI engineer: at most 20 % of screen minutes");
        String none =
                browser.get("/catalogue/questions?kind=puzzle&stage=offer").body();
        assertThat(none).contains("No question fits all of that.");
    }

    /** R-FRAME-1: what a design question keeps back is folded away. */
    @Test
    void keepsRequirementsBackUntilAsked() {
        Browser browser = signedIn(a(Role.BAR_RAISER));
        String page = browser.get("/catalogue/questions/design-production-document-search")
                .body();
        assertThat(page).contains("<details class=\"card reveals\">").doesNotContain("<details open");
    }

    /** R-PREP-11, R-PREP-12, R-PREP-13, R-PREP-14, R-PREP-15: the candidate's questions and the company's red flags. */
    @Test
    void showsWhatCandidatesAskAndBewareOf() {
        Browser browser = signedIn(a(Role.RECRUITER));
        String page = browser.get("/catalogue/candidate").body();
        assertThat(page).contains("id=\"question-how-do-you-know-it-works\"", "How to find out:", "Week 4");
        assertThat(page.split("id=\"question-", -1)).hasSizeGreaterThan(12);
        assertThat(page.split("id=\"flag-", -1)).hasSizeGreaterThan(4);
    }

    @Test
    void sendsStrangersToTheSignInPage() {
        assertThat(new Browser(port).get("/catalogue").statusCode()).isIn(302, 303, 401, 403);
        assertThat(new Browser(port).get("/requirements").statusCode()).isIn(302, 303, 401, 403);
    }
}
