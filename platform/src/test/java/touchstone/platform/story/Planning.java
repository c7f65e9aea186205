package touchstone.platform.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.UUID;

/** The hiring manager opens a position and publishes its plan. */
record Planning(Company company) {

    /** Whatever the weight, no interviewer rates this one: the lab measures it. */
    private static final String MEASURED = "weight.api-integration";

    UUID play() {
        Actor hugo = company.manager();
        hugo.visit("/", "home-manager");
        hugo.visit("/openings", "openings-none");
        hugo.visit("/openings/new", "opening-new");
        hugo.fill("title", "AI engineer, document search");
        hugo.fill("team", "Search");
        hugo.choose("role", "ai-engineer");
        hugo.choose("level", "senior");
        hugo.main("input[name=template][value=full-loop]").check();
        hugo.send("/openings");
        hugo.page().waitForURL("**/plan");
        hugo.look("plan");
        String plan = hugo.path();
        hugo.visit(plan + "/start", "plan-start");
        hugo.visit(plan + "/stages/technical-depth", "plan-stage");
        hugo.visit(plan + "/terms", "plan-terms");
        Locator weight = hugo.main("input[name='" + MEASURED + "']").first();
        hugo.page().waitForResponse(answer -> answer.url().endsWith("/terms/preview"), () -> {
            weight.fill("0");
            weight.blur();
        });
        assertThat(hugo.main("#check table tbody tr").first()).isVisible();
        hugo.send(plan + "/terms");
        assertThat(hugo.main("input[name='" + MEASURED + "']").first()).hasValue("0");
        hugo.go(plan);
        assertThat(hugo.main("#check table.matrix tbody tr:has-text('Evaluation')")
                        .first())
                .isVisible();
        hugo.visit(plan + "/publish", "plan-publish");
        hugo.send("/publish");
        String opening = plan.substring(0, plan.length() - "/plan".length());
        hugo.visit(opening, "opening");
        hugo.main("a[href*='/plan/versions/']").first().click();
        hugo.page().waitForURL("**/plan/versions/*");
        hugo.look("plan-version");
        return Company.id(opening);
    }
}
