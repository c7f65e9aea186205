package touchstone.platform.hiring.my;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import touchstone.catalogue.content.StageKind;
import touchstone.platform.fixtures.Browser;
import touchstone.platform.hiring.Candidacy;
import touchstone.platform.hiring.CandidateLinks;
import touchstone.platform.hiring.Erasure;
import touchstone.platform.hiring.HiringTest;
import touchstone.platform.hiring.Participant;
import touchstone.platform.hiring.TakeHome;
import touchstone.platform.shared.Notice;
import touchstone.platform.shared.Person;
import touchstone.platform.shared.Role;

/** What a candidate sees, and how they get in. */
@RecordApplicationEvents
class MyPagesTests extends HiringTest {

    @Autowired
    private ApplicationEvents events;

    @Autowired
    private CandidateLinks links;

    @Autowired
    private Erasure erasure;

    /** Programs that scan e-mail open links, so that opening one neither signs in nor uses it up. */
    @Test
    void signsInByTheButtonOnlyAndAsOftenAsTheLinkHolds() {
        UUID application = application(opening("Search engineer"), "Ada Linked");
        String link = link(candidateOf(application));
        for (int visit = 0; visit < 2; visit++) {
            Browser browser = new Browser(port);
            assertThat(browser.get(link).body()).contains("Hello, Ada Linked");
            assertThat(browser.get("/my").statusCode()).isEqualTo(303);
            HttpResponse<String> entered = browser.post(link);
            assertThat(entered.statusCode()).isEqualTo(303);
            assertThat(entered.headers().firstValue("Location").orElseThrow()).endsWith("/my");
            assertThat(browser.get("/my").body()).contains("Search engineer", "here now");
        }
        assertThat(new Browser(port).postFromElsewhere(link).statusCode()).isEqualTo(403);
    }

    @Test
    void saysThatALinkIsOldOrUnknown() {
        Person candidate = candidateOf(application(opening("Search engineer"), "Ada Old"));
        String old = daysAgo(40, () -> linkAsStaff(candidate));
        assertThat(new Browser(port).get(old).statusCode()).isEqualTo(410);
        assertThat(new Browser(port).post(old).statusCode()).isEqualTo(410);
        String first = link(candidate);
        link(candidate);
        assertThat(new Browser(port).get(first).statusCode()).isEqualTo(404);
        assertThat(new Browser(port).get("/c/" + "x".repeat(43)).statusCode()).isEqualTo(404);
    }

    @Test
    void showsNothingThatIsInternal() {
        UUID application = application(opening("Search engineer"), "Ada Outside");
        Person interviewer = person("Ivy Inside", Role.INTERVIEWER);
        as(a(Role.RECRUITER), () -> {
            applications.involve(application, interviewer.id(), Participant.Capacity.INTERVIEWER);
            applications.move(application, StageKind.TAKE_HOME.id(), "Weak on paper, strong in talk", 1);
            takeHomes.send(application, StageKind.TAKE_HOME.id(), Instant.now().plus(TakeHome.USUAL));
            takeHomes.handIn(
                    application,
                    StageKind.TAKE_HOME.id(),
                    new TakeHome.HandedIn(
                            Instant.now(), Optional.empty(), "https://example.org/w", Optional.of(43.5), ""),
                    1);
            return true;
        });
        String page = in(application).get("/my").body();
        assertThat(page)
                .contains("Search engineer", "Handed in", "Questions to ask us", "What is held about you", "Referral")
                .doesNotContain("Weak on paper", "43.5", "Ivy", "hiring_manager");
    }

    @Test
    void takesTheWorkThatTheCandidateHandsIn() {
        UUID application = application(opening("Search engineer"), "Ada Works");
        as(a(Role.RECRUITER), () -> {
            takeHomes.send(application, StageKind.TAKE_HOME.id(), Instant.now().plus(Duration.ofDays(3)));
            return true;
        });
        Notice notice = events.stream(Notice.class).toList().getLast();
        assertThat(notice.key()).isEqualTo("hiring.take-home.notice");
        Browser browser = new Browser(port);
        browser.get(notice.path().orElseThrow());
        browser.post(notice.path().orElseThrow());
        browser.forgetPage();
        assertThat(browser.get("/my").body()).contains("Hand in", "Due ");
        String work = "/my/" + application + "/take-homes/take-home";
        assertThat(browser.post(work, "place", "", "version", "1").statusCode()).isEqualTo(422);
        assertThat(browser.post(work, "place", "https://example.org/w", "hours", "5", "version", "1")
                        .statusCode())
                .isEqualTo(303);
        assertThat(browser.get("/my").body()).contains("Your work was handed in");
        assertThat(as(a(Role.RECRUITER), () -> takeHomes.of(application))
                        .getFirst()
                        .handedIn())
                .hasValueSatisfying(back -> assertThat(back.hoursSpent()).contains(5.0));
    }

    @Test
    void letsACandidateWithdrawTheirOwnAndNobodyElses() {
        UUID opening = opening("Search engineer");
        UUID mine = application(opening, "Ada Mine");
        UUID other = application(opening, "Ada Other");
        Browser browser = in(mine);
        String[] sure = {"sure", "yes", "version", "1"};
        assertThat(browser.post("/my/" + other + "/withdraw", sure).statusCode())
                .isEqualTo(404);
        assertThat(browser.post("/my/" + mine + "/withdraw", "version", "1").statusCode())
                .isEqualTo(422);
        assertThat(browser.post("/my/" + mine + "/withdraw", sure).statusCode()).isEqualTo(303);
        assertThat(browser.get("/my").body()).contains("Your application was withdrawn");
        assertThat(as(a(Role.RECRUITER), () -> applications.get(mine))
                        .progress()
                        .state())
                .isEqualTo(Candidacy.State.WITHDRAWN);
        assertThat(as(a(Role.RECRUITER), () -> applications.get(other)).isActive())
                .isTrue();
    }

    @Test
    void opensNoOtherPageToCandidatesAndTheirPageToNobodyElse() {
        UUID application = application(opening("Search engineer"), "Ada Shut");
        Browser candidate = in(application);
        for (String path : new String[] {
            "/candidates",
            "/candidates/new",
            "/board",
            "/applications/" + application,
            "/candidates/" + candidateOf(application).id()
        }) {
            assertThat(candidate.get(path).statusCode()).as(path).isEqualTo(403);
        }
        for (Role role : new Role[] {Role.RECRUITER, Role.ADMINISTRATOR, Role.HIRING_MANAGER, Role.INTERVIEWER}) {
            assertThat(browser(a(role)).get("/my").statusCode()).isEqualTo(403);
        }
    }

    @Test
    void endsTheSessionsOfAnErasedCandidate() {
        UUID application = application(opening("Search engineer"), "Ada Erased");
        Person candidate = candidateOf(application);
        String link = link(candidate);
        Browser browser = in(application);
        assertThat(browser.get("/my").statusCode()).isEqualTo(200);
        as(a(Role.ADMINISTRATOR), () -> {
            erasure.erase(candidate.id());
            return true;
        });
        assertThat(browser.get("/my").statusCode()).isEqualTo(303);
        assertThat(new Browser(port).get(link).statusCode()).isEqualTo(404);
    }

    /** A link that went to a wrong address must not go on opening the page of somebody else. */
    @Test
    void endsWhatEarlierLinksOpened() {
        UUID application = application(opening("Search engineer"), "Ada Misspelt");
        UUID candidate = candidateOf(application).id();
        Browser recruiter = browser(a(Role.RECRUITER));
        Browser wrong = in(application);
        assertThat(recruiter.post("/candidates/" + candidate + "/link").statusCode())
                .isEqualTo(303);
        assertThat(wrong.get("/my").statusCode()).isEqualTo(303);
        String link = link(candidateOf(application));
        Browser again = new Browser(port);
        again.post(link);
        assertThat(again.get("/my").statusCode()).isEqualTo(200);
        assertThat(recruiter
                        .post(
                                "/candidates/" + candidate,
                                "name",
                                "Ada",
                                "email",
                                candidate + "@right.example.org",
                                "zone",
                                "UTC",
                                "version",
                                "1")
                        .statusCode())
                .isEqualTo(303);
        assertThat(again.get("/my").statusCode()).isEqualTo(303);
        assertThat(new Browser(port).get(link).statusCode()).isEqualTo(404);
    }

    private Browser in(UUID application) {
        String link = link(candidateOf(application));
        Browser browser = new Browser(port);
        browser.get(link);
        browser.post(link);
        browser.forgetPage();
        browser.get("/my");
        return browser;
    }

    private String link(Person candidate) {
        return as(a(Role.RECRUITER), () -> linkAsStaff(candidate));
    }

    private String linkAsStaff(Person candidate) {
        links.renew(candidate.id());
        return events.stream(Notice.class).toList().getLast().path().orElseThrow();
    }
}
