package touchstone.platform.hiring;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.options.ColorScheme;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import touchstone.catalogue.content.StageKind;
import touchstone.platform.fixtures.BrowserSession;
import touchstone.platform.shared.Notice;
import touchstone.platform.shared.Person;
import touchstone.platform.shared.Role;

/** The pages on candidates and applications in a real browser: for everybody, on every screen, in both colour schemes. */
class HiringLooksTests extends HiringTest {

    private static final int WIDE = 1280;
    private static final int NARROW = 360;

    @Autowired
    private CandidateLinks links;

    @BeforeAll
    static void needsABrowser() {
        assumeTrue(BrowserSession.isPossible(), "no chromium: apt-get install chromium");
    }

    @Test
    void areForEverybodyOnEveryScreen() {
        UUID application = story();
        UUID opening = as(a(Role.RECRUITER), () -> applications.get(application))
                .opening()
                .id();
        UUID candidate = candidateOf(application).id();
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : new int[] {WIDE, NARROW}) {
                String name = "-" + scheme.name().toLowerCase(java.util.Locale.ROOT) + "-" + width;
                try (BrowserSession recruiter = BrowserSession.open(port, width, scheme, true)) {
                    recruiter.signIn(email(a(Role.ADMINISTRATOR)), password());
                    look(recruiter, "/candidates", "candidates" + name);
                    look(recruiter, "/candidates/new", "new-candidate" + name);
                    look(recruiter, "/candidates/" + candidate, "candidate" + name);
                    look(recruiter, "/applications/" + application, "application" + name);
                    look(recruiter, "/board?opening=" + opening, "board" + name);
                    look(recruiter, "/board", "board-over-all" + name);
                }
                try (BrowserSession own = BrowserSession.open(port, width, scheme, true)) {
                    look(own, link(candidate), "link" + name);
                    own.page().locator("main button[type=submit]").click();
                    own.page().waitForURL("**/my");
                    look(own, "/my", "my" + name);
                }
            }
        }
    }

    /** A card is moved with the keyboard alone, and what was refused stays as it was typed. */
    @Test
    void movesACardWithTheKeyboardAlone() {
        UUID application = story();
        UUID opening = as(a(Role.RECRUITER), () -> applications.get(application))
                .opening()
                .id();
        try (BrowserSession recruiter = BrowserSession.open(port).signIn(email(a(Role.RECRUITER)), password())) {
            var page = recruiter.go("/board?opening=" + opening);
            var card = page.locator("article.card")
                    .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("Katherine Johnson"));
            card.locator("summary").focus();
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");
            page.keyboard().type("Stage debrief");
            page.keyboard().press("Tab");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            page.locator("#problem .notice-bad").waitFor();
            recruiter.picture("board-refused");
            page.keyboard().press("Shift+Tab");
            page.keyboard().type("Met us before");
            page.keyboard().press("Enter");
            page.locator(".notice-good").waitFor();
            page.locator("#column-debrief")
                    .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("Katherine Johnson"))
                    .waitFor();
            recruiter.assertNoErrors();
        }
    }

    /** The list follows what is typed, without a button. */
    @Test
    void searchesWhileOneTypes() {
        story();
        try (BrowserSession recruiter = BrowserSession.open(port).signIn(email(a(Role.RECRUITER)), password())) {
            var page = recruiter.go("/candidates");
            page.locator("input[name=q]").fill("hopper");
            page.locator("#found h2")
                    .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("hopper"))
                    .waitFor();
            page.locator("#found").getByText("Grace Hopper").first().waitFor();
            recruiter.assertNoErrors();
        }
    }

    private static void look(BrowserSession session, String path, String name) {
        session.go(path);
        session.picture("hiring-" + name);
        session.assertAccessible();
        session.assertFits();
        session.assertNoErrors();
    }

    private String link(UUID candidate) {
        String email = as(a(Role.RECRUITER), () -> candidates.get(candidate)).email();
        as(a(Role.RECRUITER), () -> {
            links.renew(candidate);
            return true;
        });
        Notice notice = happened.notices(email).getLast();
        return notice.path().orElseThrow();
    }

    /** An opening with candidates in several stages; one has been through most of it. */
    private UUID story() {
        UUID opening = opening("Search engineer, retrieval");
        UUID late = daysAgo(62, () -> application(opening, "Grace Hopper"));
        daysAgo(50, () -> step(late, StageKind.TECHNICAL_SCREEN, "", 1));
        UUID slow = daysAgo(25, () -> application(opening, "Alan Turing"));
        UUID fresh = daysAgo(1, () -> application(opening, "Katherine Johnson"));
        UUID ended = daysAgo(30, () -> application(opening, "Charles Babbage"));
        UUID main = daysAgo(12, () -> application(opening, "Ada Lovelace"));
        daysAgo(9, () -> step(main, StageKind.TECHNICAL_SCREEN, "", 1));
        daysAgo(5, () -> step(main, StageKind.TAKE_HOME, "", 2));
        Person interviewer = person("Ivy Interviewer", Role.INTERVIEWER);
        as(a(Role.RECRUITER), () -> {
            applications.close(ended, Candidacy.State.REJECTED, "Never ran anything", 1);
            applications.involve(main, interviewer.id(), Participant.Capacity.INTERVIEWER);
            applications.involve(main, a(Role.BAR_RAISER).id(), Participant.Capacity.BAR_RAISER);
            takeHomes.send(main, StageKind.TAKE_HOME.id(), Instant.now().plus(TakeHome.USUAL));
            return true;
        });
        as(candidateOf(main), () -> {
            takeHomes.handIn(
                    main,
                    StageKind.TAKE_HOME.id(),
                    new TakeHome.HandedIn(
                            Instant.now(),
                            Optional.of(5.5),
                            "https://git.example.org/ada/retrieval",
                            Optional.empty(),
                            "The README says what I left out and why."),
                    1);
            return true;
        });
        org.assertj.core.api.Assertions.assertThat(List.of(slow, fresh)).doesNotContainNull();
        return main;
    }

    private boolean step(UUID application, StageKind stage, String reason, int version) {
        applications.move(application, stage.id(), reason, version);
        return true;
    }
}
