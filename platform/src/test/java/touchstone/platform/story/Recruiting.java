package touchstone.platform.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The recruiter's part: pools, the candidate, the board, interviews, the take-home work. */
record Recruiting(Company company, UUID opening, LocalDate yesterday) {

    static final String CANDIDATE = "Noor Haddad";

    UUID play() {
        Actor rita = company.recruiter();
        rita.visit("/", "home-recruiter");
        rita.visit("/pools", "pools-empty");
        Map<String, List<Actor>> pools = Map.of(
                "recruiters", List.of(rita),
                "engineers", company.interviewers(),
                "hiring-managers", List.of(company.manager()),
                "bar-raisers", List.of(company.barRaiser()));
        pools.forEach((pool, members) -> members.forEach(member -> join(pool, member)));
        rita.look("pools");
        rita.visit("/candidates", "candidates-none");
        rita.visit("/candidates/new?opening=" + opening, "candidate-new");
        rita.fill("name", CANDIDATE);
        rita.fill("email", Actor.email(CANDIDATE));
        rita.choose("zone", "Asia/Tokyo");
        rita.fill("source", "Referral");
        rita.send("/candidates");
        rita.page().waitForURL("**/applications/*");
        rita.look("application");
        UUID application = Company.id(rita.path());
        onTheBoard(rita, application);
        return application;
    }

    private void join(String pool, Actor member) {
        Actor rita = company.recruiter();
        Locator form = rita.main("#" + pool + " form.card");
        form.locator("select[name=account]").selectOption(new SelectOption().setLabel(member.name));
        rita.press(form.locator("button[type=submit]"));
        assertThat(rita.main("#" + pool + " tbody")).containsText(member.name);
    }

    private void onTheBoard(Actor rita, UUID application) {
        rita.visit("/board?opening=" + opening, "board");
        rita.unfold(application + "/move");
        rita.send(application + "/move");
        assertThat(rita.main("#column-technical-screen, .board section:has(a[href$='" + application + "'])")
                        .first())
                .containsText("Technical screen");
        rita.look("board-moved");
    }

    /** Agrees an interview of yesterday, choosing everything on the page. */
    UUID schedule(UUID application, String stage, String time, Actor interviewer, String capacity) {
        Actor rita = company.recruiter();
        rita.go("/applications/" + application);
        rita.main("a[href$='/interviews/new']").first().click();
        rita.page().waitForURL("**/interviews/new");
        set(rita, "stage", stage);
        set(rita, "date", yesterday.toString());
        set(rita, "time", time);
        rita.main("select[aria-label='" + interviewer.name + " takes part as']").selectOption(capacity);
        rita.fill("place", "https://calls.example.org/fernhill");
        rita.look("schedule-" + stage);
        rita.press("Schedule and invite");
        rita.page().waitForURL(url -> url.matches(".*/interviews/[0-9a-f-]{36}"));
        rita.look("interview-" + stage);
        return Company.id(rita.path());
    }

    /** Chooses stage, date or time, and waits until the page shows who is free then. */
    private static void set(Actor rita, String field, String value) {
        // what has just been put in listens only once it has settled
        assertThat(rita.page().locator(".htmx-added, .htmx-settling, .htmx-swapping, .htmx-request"))
                .hasCount(0);
        Locator entered = rita.main("#arranging #" + field);
        if (entered.inputValue().equals(value)) {
            return;
        }
        if (field.equals("stage")) {
            entered.selectOption(value);
        } else {
            entered.fill(value);
            entered.blur();
        }
        assertThat(rita.main("#arranging input[type=hidden][name=" + field + "]"))
                .hasValue(value);
    }

    /** The take-home work goes out and comes back with its score. */
    void takeHome(UUID application) {
        Actor rita = company.recruiter();
        rita.go("/applications/" + application);
        rita.send("/take-homes/take-home/send");
        rita.look("take-home-sent");
        rita.unfold("/take-homes/take-home/hand-in");
        rita.fill("place", "https://git.example.org/noor/resilient-client");
        rita.fill("hours", "4.5");
        rita.fill("score", "82");
        rita.send("/take-homes/take-home/hand-in");
        rita.assertSays("82");
        rita.look("take-home-back");
    }

    /** Moves the application on its page. */
    void move(UUID application, String stage, String reason) {
        Actor rita = company.recruiter();
        rita.go("/applications/" + application);
        rita.choose("stage", stage);
        rita.main("form[action$='/move'] [name=reason]").fill(reason);
        rita.send("/move");
    }
}
