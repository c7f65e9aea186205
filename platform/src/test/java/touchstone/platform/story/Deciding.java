package touchstone.platform.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.UUID;

/** The debrief and what follows: opinions, a veto cast and lifted, the decision, the offer, the feedback, the packet. */
record Deciding(Company company, UUID application) {

    private String path(String page) {
        return "/applications/" + application + page;
    }

    void opinions() {
        opine(company.first(), true, "Measures before changing anything; I would work with Noor tomorrow.");
        opine(company.second(), false, "Retrieval was sound, but nothing was said on deleting what leavers could see.");
        company.second().look("debrief-opinions");
    }

    private void opine(Actor actor, boolean hire, String text) {
        actor.go(path("/debrief"));
        actor.main("input[name=hire][value=" + hire + "]").check();
        actor.fill("text", text);
        actor.send("/debrief/opinions");
        actor.assertSays(text);
    }

    void veto() {
        Actor bea = company.barRaiser();
        Actor hugo = company.manager();
        bea.go(path("/debrief"));
        bea.unfold("/debrief/vetoes");
        bea.fill("reason", "Ownership was claimed for work that the team did; I want to hear that again.");
        bea.send("/debrief/vetoes");
        bea.look("debrief-veto");
        hugo.go(path("/debrief"));
        assertThat(hugo.main("input[name=outcome][value=HIRE]")).isDisabled();
        hugo.look("debrief-vetoed-for-manager");
        bea.unfold("/lift");
        bea.fill("reason", "The reference confirmed who did the work; my doubt is answered.");
        bea.send("/lift");
        bea.look("debrief-veto-lifted");
    }

    void decide() {
        Actor hugo = company.manager();
        hugo.go(path("/debrief"));
        assertThat(hugo.main("section[aria-labelledby=rule]")).containsText("passes");
        hugo.look("debrief");
        hugo.main("input[name=outcome][value=HIRE]").check();
        hugo.fill("reasons", "Meets the bar where it counts; the doubt about deletion is teachable and noted.");
        hugo.send("/debrief/decisions");
        hugo.assertSays("Meets the bar where it counts");
        hugo.assertSays("minority opinion");
        hugo.press(hugo.main("a[href*='recompute=']").first());
        hugo.assertSays("every number is the same");
        hugo.look("debrief-decided");
    }

    void offer() {
        Actor hugo = company.manager();
        Actor ada = company.administrator();
        hugo.visit(path("/offer"), "offer-new");
        hugo.fill(
                "terms", "Senior AI engineer, from 1 February, 92 000 EUR a year, 30 days of leave, remote two days.");
        hugo.main("label:has-text('" + ada.name + "') input[name=approvers]").check();
        hugo.send("/offer");
        hugo.look("offer-waiting");
        ada.visit(path("/offer"), "offer-to-approve");
        ada.press("Approve");
        ada.look("offer-approved");
        hugo.go(path("/offer"));
        hugo.send("/offer/send");
        hugo.look("offer-sent");
    }

    void accepted() {
        Actor hugo = company.manager();
        hugo.go(path("/offer"));
        hugo.press(hugo.main("form[action$='/offer/answer'] button[value=true]"));
        hugo.look("offer-accepted");
    }

    void feedback() {
        Actor hugo = company.manager();
        hugo.visit(path("/feedback"), "feedback-draft");
        Locator text = hugo.main("textarea[name=text]");
        text.fill("You measured before you changed anything, and said what you did not know.\n\n"
                + "What to work on: say who may delete what, before somebody asks.");
        hugo.send("/feedback");
        hugo.look("feedback-edited");
        hugo.send("/feedback/send");
        hugo.look("feedback-sent");
        hugo.visit(path("/packet"), "packet");
    }
}
