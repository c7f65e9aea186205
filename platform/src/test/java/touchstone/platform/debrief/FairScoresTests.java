package touchstone.platform.debrief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import touchstone.catalogue.content.DecisionRule;
import touchstone.platform.fixtures.Browser;
import touchstone.platform.interview.Interview;
import touchstone.platform.shared.Person;
import touchstone.platform.shared.Refusal;
import touchstone.platform.shared.Role;

/** Fair scores in the debrief: off at first, refused where they cannot be had, the same each time, and on record. */
class FairScoresTests extends DebriefTest {

    @Autowired
    FairScores fairScores;

    @Autowired
    FairScoreSwitch shown;

    private UUID opening = new UUID(0, 0);

    @AfterEach
    void turnsItOff() {
        as(a(Role.ADMINISTRATOR), () -> turn(false));
    }

    private boolean turn(boolean on) {
        shown.turn(on);
        return on;
    }

    private UUID rated(String name, Map<Person, Ratings> ratings) {
        UUID application = application(opening, name);
        moveTo(application, "system-design");
        Map<UUID, Interview.Seat.Capacity> seats = new LinkedHashMap<>();
        ratings.keySet().forEach(person -> seats.put(person.id(), Interview.Seat.Capacity.INTERVIEWER));
        UUID interview = held(application, "system-design", Duration.ofHours(30), seats);
        ratings.forEach((person, given) -> submit(person, interview, content(given)));
        moveTo(application, "debrief");
        return application;
    }

    private FairScore score(UUID application) {
        Person manager = a(Role.HIRING_MANAGER);
        Debrief debrief = view(manager, application);
        return as(manager, () -> fairScores.of(debrief));
    }

    private void opens(String title) {
        opens(title, DecisionRule.Ratings.RAW);
    }

    private void opens(String title, DecisionRule.Ratings compared) {
        opening = opening(title);
        publishSenior(opening, compared);
    }

    private record Company(UUID nadia, UUID oscar) {}

    /**
     * Tess is two points stricter than Lia over everybody whom both rated. Nadia, whom Tess saw, has the lower mean and the
     * higher fair score than Oscar, whom Lia saw.
     */
    private Company company() {
        return company(DecisionRule.Ratings.RAW);
    }

    private Company company(DecisionRule.Ratings compared) {
        opens("Fair " + UUID.randomUUID(), compared);
        Person tess = person("Tess Strict", Role.INTERVIEWER);
        Person lia = person("Lia Lenient", Role.INTERVIEWER);
        Person mia = person("Mia Middle", Role.INTERVIEWER);
        for (int i = 0; i < 6; i++) {
            int level = 2 + i % 2;
            rated(
                    "Shared " + i,
                    Map.of(
                            tess, new Ratings(level - 1, level - 1, level),
                            lia, new Ratings(level + 1, level + 2, level + 1),
                            mia, new Ratings(level, level, level + 1)));
        }
        UUID nadia = rated("Nadia", Map.of(tess, new Ratings(3, 3, 3), mia, new Ratings(4, 4, 3)));
        UUID oscar = rated("Oscar", Map.of(lia, new Ratings(4, 4, 4), mia, new Ratings(3, 3, 3)));
        return new Company(nadia, oscar);
    }

    @Test
    void isOffUntilAnAdministratorSwitchesItOn() {
        UUID application = passing();
        assertThat(score(application)).isInstanceOf(FairScore.Off.class);
        assertThatThrownBy(() -> as(a(Role.HIRING_MANAGER), () -> turn(true))).isInstanceOf(Refusal.class);
        as(a(Role.ADMINISTRATOR), () -> turn(true));
        assertThat(score(application)).isNotInstanceOf(FairScore.Off.class);
        assertThat(happened.events(FairScoreSwitch.FairScoresSwitched.class))
                .anyMatch(event -> event.entity().equals(organisation()) && event.shown());
    }

    @Test
    void reversesTheOrderOfMeansWhereInterviewersDifferInSeverity() {
        Company company = company();
        as(a(Role.ADMINISTRATOR), () -> turn(true));
        FairScore.Estimated nadia = (FairScore.Estimated) score(company.nadia());
        FairScore.Estimated oscar = (FairScore.Estimated) score(company.oscar());
        assertThat(nadia.amount().raw()).isLessThan(oscar.amount().raw());
        assertThat(nadia.amount().fair()).isGreaterThan(oscar.amount().fair());
        assertThat(nadia.reversals()).contains(new FairScore.Reversal("Oscar", "Nadia"));
        assertThat(nadia.without()).hasSize(2);
        assertThat(nadia.next()).isNotEmpty().allMatch(next -> next.after() < next.now());
        assertThat(score(company.nadia())).isEqualTo(nadia);
        String digest = nadia.basis().digest();
        assertThat(happened.events(FairScores.ScoresEstimated.class))
                .filteredOn(event -> event.digest().equals(digest))
                .allMatch(event -> event.settings().containsKey("seed"));
        Browser manager = browser(a(Role.HIRING_MANAGER));
        assertThat(manager.get("/applications/" + company.nadia() + "/debrief").body())
                .contains("Fair score", "the other way round", "What would add most certainty", "Data and settings");
        assertThat(manager.get("/insight/ratings.csv").body()).startsWith("candidate,interviewer,dimension,rating\n");
    }

    private RuleResult rule(UUID application) {
        return view(a(Role.HIRING_MANAGER), application)
                .ratings()
                .orElseThrow()
                .numbers()
                .asked();
    }

    private static List<String> codes(RuleResult result) {
        return result.checks().stream().map(check -> check.reason().code()).toList();
    }

    @Test
    void entersTheRuleOnlyWhereThePlanSaysSoAndWhileItIsSwitchedOn() {
        Company company = company(DecisionRule.Ratings.FAIR);
        assertThat(codes(rule(company.nadia()))).contains("debrief.rule.fair-off");
        as(a(Role.ADMINISTRATOR), () -> turn(true));
        RuleResult nadia = rule(company.nadia());
        assertThat(codes(nadia))
                .doesNotContain(
                        "debrief.rule.fair-off", "debrief.rule.fair-score.none", "debrief.rule.fair-score.apart")
                .anyMatch(code ->
                        code.equals("debrief.rule.fair-score.counts") || code.equals("debrief.rule.fair-score.unsure"));
        Standing.Observed design =
                (Standing.Observed) nadia.findings().getFirst().standing();
        Standing.Observed lenient =
                (Standing.Observed) rule(company.oscar()).findings().getFirst().standing();
        assertThat(design.mean()).isEqualTo(lenient.mean());
        assertThat(design.fair().orElseThrow().score())
                .isGreaterThan(lenient.fair().orElseThrow().score());
        UUID decision = decide(company.nadia(), Decision.Outcome.HOLD, "");
        Browser manager = browser(a(Role.HIRING_MANAGER));
        assertThat(manager.get("/applications/" + company.nadia() + "/debrief?recompute=" + decision)
                        .body())
                .contains("every number is the same", "were taken as they were stored", "mean as given");
        assertThat(happened.events(FairScores.ScoresEstimated.class))
                .anyMatch(event -> event.settings().containsKey("measured"));
        as(a(Role.ADMINISTRATOR), () -> turn(false));
        assertThat(manager.get("/applications/" + company.nadia() + "/debrief?recompute=" + decision)
                        .body())
                .contains("every number is the same", "all ratings count as they were given");
    }

    @Test
    void saysInTheRuleWhereInterviewersNeverMet() {
        company();
        opens("Two sites " + UUID.randomUUID(), DecisionRule.Ratings.FAIR);
        UUID one = rated("One North", Map.of(person("Nora North", Role.INTERVIEWER), new Ratings(4, 4, 4)));
        rated("One South", Map.of(person("Sid South", Role.INTERVIEWER), new Ratings(3, 3, 4)));
        as(a(Role.ADMINISTRATOR), () -> turn(true));
        assertThat(codes(rule(one)))
                .filteredOn("debrief.rule.fair-score.apart"::equals)
                .hasSize(3);
        assertThat(browser(a(Role.HIRING_MANAGER))
                        .get("/applications/" + one + "/packet")
                        .body())
                .contains("rated by groups of interviewers who never met, so nothing is adjusted");
    }

    @Test
    void refusesWhereInterviewersOfAnOpeningNeverMet() {
        company();
        opens("Two sites " + UUID.randomUUID());
        Person north = person("Nils North", Role.INTERVIEWER);
        Person south = person("Sara South", Role.INTERVIEWER);
        UUID one = rated("One North", Map.of(north, new Ratings(4, 4, 4)));
        rated("One South", Map.of(south, new Ratings(3, 3, 4)));
        as(a(Role.ADMINISTRATOR), () -> turn(true));
        FairScore.Refused refused = (FairScore.Refused) score(one);
        assertThat(refused.groups())
                .extracting(FairScore.Group::interviewers)
                .containsExactlyInAnyOrder(List.of("Nils North"), List.of("Sara South"));
        assertThat(refused.bridges()).isNotEmpty();
        assertThat(browser(a(Role.HIRING_MANAGER))
                        .get("/applications/" + one + "/debrief")
                        .body())
                .contains("Nothing is adjusted here.", "Nils North", "Sara South", "interviews One");
    }
}
