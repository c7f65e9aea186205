package touchstone.platform.hiring.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import touchstone.catalogue.Catalogue;
import touchstone.catalogue.content.Level;
import touchstone.catalogue.content.PlanStage;
import touchstone.catalogue.content.StageDescription;
import touchstone.platform.catalogue.CurrentCatalogue;
import touchstone.platform.fixtures.Browser;
import touchstone.platform.fixtures.PlatformTest;
import touchstone.platform.hiring.Opening;
import touchstone.platform.hiring.Openings;
import touchstone.platform.hiring.Plans;
import touchstone.platform.shared.Person;
import touchstone.platform.shared.Role;

/** The pages of openings, plans and pools over HTTP, as a browser without JavaScript uses them. */
class PlanPagesTests extends PlatformTest {

    @Autowired
    Openings openings;

    @Autowired
    Plans plans;

    @Autowired
    CurrentCatalogue catalogue;

    private UUID opening(String template) {
        Person manager = a(Role.HIRING_MANAGER);
        return as(manager, () -> {
            UUID opening = openings.create("Search engineer", "Search", "ai-engineer", Level.SENIOR, manager.id());
            plans.startFrom(opening, template, 1);
            return opening;
        });
    }

    private Catalogue catalogue() {
        return as(a(Role.HIRING_MANAGER), catalogue::get);
    }

    private Plans.Draft draft(UUID opening) {
        return as(a(Role.HIRING_MANAGER), () -> plans.draft(opening));
    }

    private List<PlanStage> stages(UUID opening) {
        return draft(opening).plan().orElseThrow().stages();
    }

    private static String path(UUID opening) {
        return "/openings/" + opening + "/plan";
    }

    private String version(UUID opening) {
        return String.valueOf(draft(opening).version());
    }

    /** The first page says what to do; the form makes an opening with a plan from a template. */
    @Test
    void leadsFromAnEmptyListToAPlan() {
        Person manager = a(Role.HIRING_MANAGER);
        Browser browser = browser(manager);
        assertThat(browser.get("/openings").body()).contains("No openings yet", "/openings/new");
        assertThat(browser.get("/openings/new").body()).contains("Full loop", "Empty plan");
        HttpResponse<String> made = browser.post(
                "/openings",
                "title",
                "Search engineer",
                "team",
                "Search",
                "role",
                "ai-engineer",
                "level",
                "senior",
                "manager",
                manager.id().toString(),
                "template",
                "full-loop");
        assertThat(made.statusCode()).isEqualTo(303);
        String plan = made.headers().firstValue("Location").orElseThrow();
        assertThat(browser.get(plan).body()).contains("Design of a document search", "Coverage", "Warnings (");
        assertThat(browser.get("/openings").body()).contains("Search engineer", "Plan not published");
    }

    /** R-STAGE-1 to R-STAGE-9: every kind of stage can be added, each explained by its purpose and by who leads it. */
    @Test
    void offersEveryKindOfStageWithItsPurpose() {
        UUID opening = opening("short-loop");
        Browser browser = browser(a(Role.RECRUITER));
        String page = browser.get(path(opening)).body();
        List<StageDescription> kinds = catalogue().all(StageDescription.class);
        assertThat(kinds)
                .hasSize(14)
                .allSatisfy(kind -> assertThat(page)
                        .contains("value=\"" + kind.id() + "\"")
                        .contains(kind.purpose().replace("&", "&amp;")));
        int before = stages(opening).size();
        for (StageDescription kind : kinds) {
            HttpResponse<String> added =
                    browser.post(path(opening) + "/stages", "version", version(opening), "kind", kind.id());
            assertThat(added.statusCode()).as(kind.id()).isEqualTo(303);
        }
        assertThat(stages(opening)).hasSize(before + kinds.size()).doesNotHaveDuplicates();
        assertThat(browser.get(path(opening)).body()).contains("too-many-rounds");
    }

    /** Stages move, leave and come back by undo. */
    @Test
    void movesRemovesAndUndoes() {
        UUID opening = opening("full-loop");
        Browser browser = browser(a(Role.HIRING_MANAGER));
        List<String> before = stages(opening).stream().map(PlanStage::id).toList();
        String design = path(opening) + "/stages/system-design";
        browser.post(design + "/move", "version", version(opening), "by", "-1");
        assertThat(stages(opening))
                .extracting(PlanStage::id)
                .containsSubsequence("take-home", "system-design", "technical-depth");
        browser.post(design + "/remove", "version", version(opening));
        assertThat(stages(opening)).extracting(PlanStage::id).doesNotContain("system-design");
        browser.post(path(opening) + "/undo", "version", version(opening));
        assertThat(stages(opening)).extracting(PlanStage::id).containsExactlyInAnyOrderElementsOf(before);
    }

    /** What the second person typed is in the form, with what the first one kept beside it; saving again keeps it. */
    @Test
    void tellsTheSecondOfTwoPeopleAndLosesNothing() {
        UUID opening = opening("full-loop");
        Browser first = browser(a(Role.HIRING_MANAGER));
        Browser second = browser(a(Role.RECRUITER));
        String stage = path(opening) + "/stages/system-design";
        String seen = version(opening);
        assertThat(save(first, stage, seen, "Design of a chat", "50").statusCode())
                .isEqualTo(303);
        HttpResponse<String> refused = save(second, stage, seen, "Design of a search for papers", "80");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body())
                .contains("Somebody else changed this plan")
                .contains("value=\"Design of a search for papers\"")
                .contains("Kept now: Design of a chat")
                .contains("name=\"version\" value=\"" + version(opening) + "\"");
        assertThat(PlanDesk.stage(draft(opening).plan().orElseThrow(), "system-design")
                        .title())
                .isEqualTo("Design of a chat");
        assertThat(save(second, stage, version(opening), "Design of a search for papers", "80")
                        .statusCode())
                .isEqualTo(303);
        assertThat(PlanDesk.stage(draft(opening).plan().orElseThrow(), "system-design")
                        .minutes())
                .isEqualTo(80);
    }

    private static HttpResponse<String> save(
            Browser browser, String stage, String version, String title, String minutes) {
        return browser.post(
                stage,
                "version",
                version,
                "title",
                title,
                "minutes",
                minutes,
                "pool",
                "ENGINEERS",
                "interviewers",
                "1",
                "competencies",
                "system-design",
                "competencies",
                "rag-design",
                "questions",
                "design-production-document-search");
    }

    /** R-STAGE-7, R-STAGE-12: weights, rule and clock, with the bar of the level in words; a conflict loses nothing. */
    @Test
    void keepsWeightsRuleAndClock() {
        UUID opening = opening("full-loop");
        Browser browser = browser(a(Role.HIRING_MANAGER));
        String bar = catalogue()
                .competency("rag-design")
                .orElseThrow()
                .bar(Level.SENIOR)
                .orElseThrow()
                .sentence();
        assertThat(browser.get(path(opening) + "/terms").body())
                .contains(bar.replace("'", "&#39;").substring(0, 20))
                .contains("Weeks at least");
        String seen = version(opening);
        assertThat(terms(browser, opening, seen, "80").statusCode()).isEqualTo(303);
        assertThat(draft(opening).plan().orElseThrow().rule().atLeastBar()).isEqualTo(80);
        assertThat(draft(opening).plan().orElseThrow().weights())
                .containsEntry("rag-design", 7)
                .hasSize(1);
        HttpResponse<String> late = terms(browser, opening, seen, "90");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("value=\"90\"", "At least 80 % of the weight");
        assertThat(terms(browser, opening, version(opening), "101").statusCode())
                .isEqualTo(422);
    }

    /** Off at first; a published version says it, and so does the page of the version. */
    @Test
    void letsFairScoresIntoTheRuleOnlyWhenSomebodyChoosesThem() {
        UUID opening = opening("full-loop");
        Browser browser = browser(a(Role.HIRING_MANAGER));
        String fair = "fair score takes the place of its mean";
        assertThat(draft(opening).plan().orElseThrow().rule().comparesFairScores())
                .isFalse();
        assertThat(browser.get(path(opening) + "/publish").body()).doesNotContain(fair);
        assertThat(terms(browser, opening, version(opening), "80", "kind").statusCode())
                .isEqualTo(422);
        assertThat(terms(browser, opening, version(opening), "80", "fair").statusCode())
                .isEqualTo(303);
        assertThat(draft(opening).plan().orElseThrow().rule().comparesFairScores())
                .isTrue();
        assertThat(browser.get(path(opening) + "/terms").body()).contains("<option value=\"fair\" selected>");
        assertThat(browser.get(path(opening) + "/publish").body()).contains(fair);
    }

    private static HttpResponse<String> terms(Browser browser, UUID opening, String version, String share) {
        return terms(browser, opening, version, share, "raw");
    }

    private static HttpResponse<String> terms(
            Browser browser, UUID opening, String version, String share, String ratings) {
        return browser.post(
                path(opening) + "/terms",
                "ratings",
                ratings,
                "version",
                version,
                "weight.rag-design",
                "7",
                "weight.communication",
                "0",
                "atLeastBar",
                share,
                "noneBelow",
                "2.5",
                "unobserved",
                "counts-below",
                "labFloor",
                "",
                "leastWeeks",
                "2",
                "mostWeeks",
                "6");
    }

    /** R-STAGE-11, R-AVOID-4: a question that the role rules out carries the catalogue's reason, wherever it shows. */
    @Test
    void warnsOfAQuestionThatIsOutOfBoundsWithTheCataloguesReason() {
        UUID opening = opening("full-loop");
        Browser browser = browser(a(Role.HIRING_MANAGER));
        var question = catalogue().questions().stream()
                .filter(one -> one.reasonAgainst("ai-engineer").isPresent())
                .findFirst()
                .orElseThrow();
        String reason = question.reasonAgainst("ai-engineer").orElseThrow();
        String stage = path(opening) + "/stages/system-design";
        String listed = browser.get(stage + "?all=true&q=" + question.id().split("-", -1)[0])
                .body();
        assertThat(listed).contains("Out of bounds", reason.substring(0, 30));
        browser.post(
                stage,
                "version",
                version(opening),
                "title",
                "Design",
                "minutes",
                "75",
                "pool",
                "ENGINEERS",
                "interviewers",
                "1",
                "competencies",
                "system-design",
                "questions",
                question.id());
        assertThat(browser.get(path(opening)).body()).contains("question-out-of-bounds", reason.substring(0, 30));
        assertThat(browser.get(path(opening) + "/publish").body())
                .contains("question-out-of-bounds", reason.substring(0, 30));
    }

    /** A competency with a weight that no stage rates is marked in words. */
    @Test
    void marksWhatIsNotCovered() {
        UUID opening = opening("full-loop");
        Browser browser = browser(a(Role.HIRING_MANAGER));
        browser.post(path(opening) + "/stages/troubleshooting/remove", "version", version(opening));
        assertThat(browser.get(path(opening)).body())
                .contains("Not covered", "uncovered-competency", "but no interview rates it");
    }

    /** R-STAGE-3, R-STAGE-5, R-STAGE-6, R-STAGE-10: published, read-only, with its digest; then open for candidates. */
    @Test
    void publishesAndShowsTheFrozenVersion() {
        UUID opening = opening("full-loop");
        Browser browser = browser(a(Role.HIRING_MANAGER));
        assertThat(browser.get(path(opening) + "/publish").body()).contains("Version 1 will hold", "Warnings (");
        HttpResponse<String> done = browser.post(path(opening) + "/publish", "version", version(opening));
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(browser.get("/openings/" + opening).body())
                .contains("Version 1 is published", "/candidates/new?opening=" + opening, "Bar raiser", "Offer");
        Plans.Version version =
                as(a(Role.HIRING_MANAGER), () -> plans.versions(opening)).getFirst();
        assertThat(browser.get(path(opening) + "/versions/" + version.id()).body())
                .contains(version.digest(), "the stored text has this digest", "resilient-client")
                .doesNotContain("name=\"title\"");
        assertThat(browser.get(path(opening) + "/versions/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void closesAnOpeningForGood() {
        UUID opening = opening("full-loop");
        Browser browser = browser(a(Role.ADMINISTRATOR));
        browser.post("/openings/" + opening + "/close", "version", version(opening));
        assertThat(as(a(Role.ADMINISTRATOR), () -> openings.get(opening)).state())
                .isEqualTo(Opening.State.CLOSED);
        assertThat(browser.post(path(opening) + "/publish", "version", version(opening))
                        .statusCode())
                .isEqualTo(409);
    }

    /** R-STAGE-10: who may rate a stage is a pool of people, each trained or learning. */
    @Test
    void fillsAPool() {
        Browser browser = browser(a(Role.RECRUITER));
        Person engineer = person("Ida Nowak", Role.INTERVIEWER);
        assertThat(browser.get("/pools").body()).contains("Nobody in this pool yet");
        String pool = "/pools/engineers";
        browser.post(pool, "account", engineer.id().toString(), "training", "SHADOW", "mostAWeek", "2");
        assertThat(browser.get("/pools").body()).contains("Ida Nowak", "at most 2 a week");
        assertThat(browser.post(pool, "account", engineer.id().toString(), "training", "APPROVED", "mostAWeek", "99")
                        .statusCode())
                .isEqualTo(422);
        browser.post(pool + "/" + engineer.id() + "/remove");
        assertThat(browser.get("/pools").body()).doesNotContain("at most 2 a week");
    }

    @Test
    void isClosedToInterviewers() {
        UUID opening = opening("full-loop");
        Browser browser = browser(a(Role.INTERVIEWER));
        for (String page : List.of("/openings", "/openings/" + opening, path(opening), "/pools")) {
            assertThat(browser.get(page).statusCode()).as(page).isEqualTo(403);
        }
    }

    /** Another organisation's opening is not there. */
    @Test
    void isMissingForAnotherOrganisation() {
        UUID other = UUID.randomUUID();
        assertThat(browser(a(Role.HIRING_MANAGER)).get(path(other)).statusCode())
                .isEqualTo(404);
    }
}
