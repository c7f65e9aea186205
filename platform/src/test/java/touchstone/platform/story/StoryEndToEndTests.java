package touchstone.platform.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import touchstone.platform.fixtures.BrowserSession;
import touchstone.platform.fixtures.Happened;
import touchstone.platform.interview.Recommendation;
import touchstone.platform.shared.Notice;

/** The whole loop in real browsers, from the first start to the decision and after; one story, in its order. */
class StoryEndToEndTests {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    @BeforeAll
    static void needsABrowser() {
        assumeTrue(BrowserSession.isPossible(), "there is no chromium on the PATH");
    }

    @Test
    void goesFromTheFirstStartToTheDecision() {
        Album album = new Album();
        try (Started started = Started.anew();
                Company company = Company.of(started, album)) {
            new Beginning(started, company).play();
            UUID opening = new Planning(company).play();
            Instant now = Instant.now();
            Recruiting recruiting = new Recruiting(
                    company, opening, LocalDate.ofInstant(now, ZONE).minusDays(1));
            UUID application = recruiting.play();
            interviews(started, company, recruiting, application, now);
            decision(company, recruiting, application);
            try (Actor candidate = candidate(started, company, album, application)) {
                new Deciding(company, application).accepted();
                candidate.visit("/my", "my-after");
                candidate.assertSays("You measured before you changed anything");
                candidate.assertSaysNot(Interviewing.TELLING);
                catalogue(company.manager());
                audit(company.administrator());
                telephones(started, company, candidate, opening, application);
            }
            album.assertFlawless();
            assertThat(album.pictures()).isGreaterThan(80);
        }
    }

    private static void interviews(
            Started started, Company company, Recruiting recruiting, UUID application, Instant now) {
        UUID screen = recruiting.schedule(application, "technical-screen", "09:00", company.first(), "INTERVIEWER");
        UUID depth = recruiting.schedule(application, "technical-depth", "11:00", company.second(), "INTERVIEWER");
        Interviewing interviewing = new Interviewing(started, company, application);
        interviewing.enterRoom(company.first(), screen, "screen");
        interviewing.rate(company.first(), screen, 4, "screen");
        interviewing.submit(company.first(), "screen");
        interviewing.assertHidden(company.second(), "hidden-from-interviewer");
        interviewing.assertHidden(company.administrator(), "hidden-from-administrator");
        interviewing.assertHidden(company.recruiter(), "hidden-from-recruiter");
        recruiting.move(application, "take-home", "");
        recruiting.takeHome(application);
        recruiting.move(application, "technical-depth", "");
        interviewing.enterRoom(company.second(), depth, "depth");
        interviewing.rate(company.second(), depth, 4, "depth");
        interviewing.submit(company.second(), "depth");
        interviewing.assertSees(company.second(), company.first(), "shown-to-interviewer");
        interviewing.pass(
                "system-design", Interviewing.hoursBefore(now, 9), company.first(), 4, Recommendation.STRONG_YES);
        interviewing.pass("troubleshooting", Interviewing.hoursBefore(now, 7), company.second(), 4, Recommendation.NO);
        interviewing.pass("behavioural", Interviewing.hoursBefore(now, 5), company.manager(), 4, Recommendation.YES);
        UUID raised = recruiting.schedule(application, "bar-raiser", "16:00", company.barRaiser(), "BAR_RAISER");
        recruiting.move(application, "bar-raiser", "The rounds between were held in one day.");
        interviewing.enterRoom(company.barRaiser(), raised, "bar-raiser");
        interviewing.rate(company.barRaiser(), raised, 4, "bar-raiser");
        interviewing.assertHidden(company.barRaiser(), "hidden-from-bar-raiser");
        company.barRaiser().go("/interviews/" + raised + "/scorecard/review");
        interviewing.submit(company.barRaiser(), "bar-raiser");
        interviewing.assertHidden(company.recruiter(), "still-hidden-from-recruiter");
    }

    private static void decision(Company company, Recruiting recruiting, UUID application) {
        recruiting.move(application, "debrief", "");
        company.recruiter().look("application-in-debrief");
        company.recruiter().go("/applications/" + application + "/debrief");
        assertThat(company.recruiter().main("table.debrief-matrix")).isVisible();
        Deciding deciding = new Deciding(company, application);
        deciding.opinions();
        deciding.veto();
        deciding.decide();
        deciding.offer();
        deciding.feedback();
    }

    /** The candidate asks for a link and comes in by it. */
    private static Actor candidate(Started started, Company company, Album album, UUID application) {
        Actor rita = company.recruiter();
        rita.go("/applications/" + application);
        rita.main("a[href^='/candidates/']").first().click();
        rita.page().waitForURL("**/candidates/*");
        rita.look("candidate");
        rita.send("/link");
        Actor noor = Actor.of(Recruiting.CANDIDATE, started, album);
        List<Notice> sent = started.service(Happened.class).notices(noor.email);
        String link = sent.stream()
                .flatMap(notice -> notice.path().stream())
                .filter(path -> path.startsWith("/c/"))
                .toList()
                .getLast();
        noor.visit(link, "candidate-link");
        noor.send(link);
        noor.page().waitForURL("**/my");
        noor.assertSays("document search");
        noor.assertSaysNot(Interviewing.TELLING);
        noor.look("my");
        String page = URI.create(noor.page().url())
                .resolve("/applications/" + application)
                .toString();
        assertThat(noor.page().request().get(page).status()).isEqualTo(403);
        return noor;
    }

    private static void catalogue(Actor hugo) {
        for (String page : List.of(
                "",
                "/competencies/rag-design",
                "/questions",
                "/questions/design-production-document-search",
                "/roles/ai-engineer",
                "/plans/full-loop",
                "/levels",
                "/signals",
                "/candidate",
                "/pack")) {
            hugo.visit("/catalogue" + page, "catalogue" + page.replace('/', '-'));
        }
        hugo.visit("/requirements", "requirements");
    }

    private static void audit(Actor ada) {
        ada.visit("/audit", "audit");
        ada.send("/audit/verify");
        assertThat(ada.main(".badge.good").first()).isVisible();
        assertThat(ada.main(".notice-bad")).hasCount(0);
        ada.look("audit-verified");
        ada.visit("/audit/head", "audit-head");
        ada.visit("/audit/export", "audit-export");
        ada.go("/audit");
        ada.main("a[href^='/audit/people/']").first().click();
        ada.page().waitForURL("**/audit/people/*");
        ada.look("audit-person");
        ada.go("/people");
        ada.main("tbody a").first().click();
        ada.page().waitForURL("**/people/*");
        ada.look("person");
    }

    private static void telephones(Started started, Company company, Actor candidate, UUID opening, UUID application) {
        String one = "/applications/" + application;
        String plan = "/openings/" + opening + "/plan";
        telephone(
                started, company.administrator(), List.of("/people", "/outbox", "/audit", "/account", one + "/offer"));
        telephone(
                started,
                company.recruiter(),
                List.of("/", "/openings", "/board", "/candidates", "/pools", one, one + "/interviews/new"));
        telephone(
                started,
                company.manager(),
                List.of(
                        plan,
                        plan + "/terms",
                        plan + "/publish",
                        one + "/debrief",
                        one + "/packet",
                        one + "/feedback",
                        "/catalogue",
                        "/requirements"));
        Actor ines = company.first();
        ines.go("/interviews");
        String interview = ines.main("tbody th a").first().getAttribute("href");
        telephone(started, ines, List.of("/interviews", interview, interview + "/room", interview + "/scorecard"));
        candidate.page().setViewportSize(390, 900);
        candidate.visit("/my", "phone-my");
    }

    private static void telephone(Started started, Actor actor, List<String> pages) {
        try (Actor phone = actor.atTelephone(started)) {
            phone.signIn();
            for (String page : pages) {
                String name = page.replaceAll("/[0-9a-f-]{36}", "").replace('/', '-');
                phone.visit(page, "phone" + (name.equals("-") ? "-home" : name));
            }
        }
    }
}
