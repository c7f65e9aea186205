package touchstone.runner.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import touchstone.runner.Outcome;
import touchstone.runner.lab.Criterion;
import touchstone.runner.lab.Item;
import touchstone.runner.lab.Measure;
import touchstone.runner.run.RunLog;
import touchstone.runner.run.RunLog.ItemReply;
import touchstone.runner.score.CriterionResult;
import touchstone.runner.score.CriterionResult.Score;

class ReportPageTests {

    private static final int CAP_BYTES = 1_500_000;
    private static final String NASTY =
            "</pre></style><script>alert(1)</script><img src=x onerror=alert(1)>\" onclick=\"x() ${x}"
                    + " \u0000\u001b[31m\u202e";

    static List<ReportFixtures.Run> withoutScore() {
        return List.of(ReportFixtures.failed(), ReportFixtures.invalid(), ReportFixtures.infraError());
    }

    @Test
    void showsEveryCriterionWithItsFinding() {
        ReportFixtures.Run run = ReportFixtures.scored();
        String page = run.page();
        for (CriterionResult result : run.report().criteria()) {
            assertThat(page)
                    .contains(
                            result.criterion().title(),
                            "id=\"criterion-" + result.criterion().id());
        }
        assertThat(page).contains("33 of 42 retries", "Not measured", "simulated model");
    }

    @ParameterizedTest
    @MethodSource("withoutScore")
    void saysTheCauseAndDrawsNothingWithoutAScore(ReportFixtures.Run run) {
        String page = run.page();
        assertThat(page).contains("What to do", run.report().outcome().cause().substring(0, 20));
        assertThat(page).doesNotContain("<svg", "class=\"big\"", "What was measured", "Cost and latency");
    }

    @Test
    void showsTheDayOfAProgramThatDiedInIt() {
        ReportFixtures.Run day = ReportFixtures.scored();
        Report report = ReportFixtures.unscored(new Outcome.SolutionFailed("The program died after 61 s."))
                .report();
        assertThat(ReportPage.render(report, List.of(), day.log(), day.ledger()))
                .contains("died after 61 s", "The day, request by request")
                .doesNotContain("class=\"big\"");
    }

    @Test
    void escapesWhatAStrangerWrote() {
        String page = nastyRun().page();
        assertThat(page).contains("&lt;script&gt;alert(1)");
        assertThat(page).doesNotContain("<script", "<img", "\u0000", "\u001b", "\u202e");
        assertThat(page.chars().filter(letter -> letter < ' ' && letter != '\n' && letter != '\t'))
                .isEmpty();
        assertThat(ReportFixtures.unscored(new Outcome.SolutionFailed(NASTY)).page())
                .doesNotContain("<script", "<img", "\u001b");
    }

    /** Takes the quoted values out of all tags; what is left are the names of tags and attributes. */
    @Test
    void letsNobodyAddAnAttribute() {
        List<String> tags = found(nastyRun().page(), "<([a-z][^<>\"]*(?:\"[^\"]*\"[^<>\"]*)*)>");
        assertThat(tags).hasSizeGreaterThan(100);
        assertThat(tags)
                .allSatisfy(tag ->
                        assertThat(tag.replaceAll("\"[^\"]*\"", "")).doesNotContain("onclick", "onerror", "alert"));
    }

    private static ReportFixtures.Run nastyRun() {
        Item item = new Item(NASTY, "p", "k", "/ask", NASTY, 0, 1_000, Map.of());
        RunLog.ItemRecord record =
                new RunLog.ItemRecord(item, 0, 1, 2, new ItemReply.Replied(200, NASTY.repeat(1_000)));
        RunLog log = new RunLog(DayFixtures.HEADER, DayFixtures.PHASES, List.of(record));
        Criterion criterion = new Criterion(NASTY, NASTY, NASTY, NASTY, 10, Criterion.Kind.EXACT, true, NASTY);
        CriterionResult result = new CriterionResult(
                criterion,
                new Score.Scored(1, 1, 1, 1, 1, 0),
                NASTY,
                List.of(new Measure.Example(NASTY, NASTY, List.of(0L, 99L))),
                List.of(
                        new CriterionResult.Anchor(List.of(NASTY), 0, 0),
                        new CriterionResult.Anchor(List.of(NASTY), 1, 1)));
        return new ReportFixtures.Run(ReportFixtures.scored(List.of(result), 1), log, List.of());
    }

    @Test
    void namesAGateThatFailed() {
        ReportFixtures.Run run = nastyRun();
        assertThat(run.page())
                .contains("A gate failed:", "gate failed</span>", "the criteria below earned 0 points")
                .doesNotContain("is noise");
        assertThat(ReportText.of(run.report()).lines().skip(1).findFirst().orElseThrow())
                .startsWith("A gate failed: ")
                .endsWith("It sets the whole score to 0; the criteria below earned 0 points.");
        assertThat(ReportFixtures.scored().page())
                .doesNotContain("A gate failed:")
                .contains("is noise");
        assertThat(ReportText.of(ReportFixtures.scored().report())).doesNotContain("gate failed");
    }

    @Test
    void needsNoNetworkAndNoScript() {
        String page = ReportFixtures.scored().page();
        assertThat(page).doesNotContain("http://", "https://", "@import", "<script", "<link", "src=");
        assertThat(page.replace("url(#hatch)", "")).doesNotContain("url(");
    }

    @Test
    void staysUnderTheCapWithAFullDay() {
        ReportFixtures.Run run = ReportFixtures.scored(500, 5);
        assertThat(run.ledger()).hasSizeGreaterThanOrEqualTo(2_000);
        assertThat(run.page().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(CAP_BYTES);
    }

    @Test
    void saysWhenTheDrawingWasCut() {
        String page = ReportFixtures.scored(3_000, 4).page();
        assertThat(page).contains("The drawing shows 600 of 3,000 requests");
        assertThat(page.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(CAP_BYTES);
    }

    @Test
    void givesEachElementItsOwnIdAndEachReferenceATarget() {
        String page = ReportFixtures.scored().page();
        List<String> ids = found(page, " id=\"([^\"]+)\"");
        Set<String> unique = new HashSet<>(ids);
        assertThat(ids).hasSameSizeAs(unique);
        assertThat(unique).containsAll(found(page, "href=\"#([^\"]+)\""));
        assertThat(unique).containsAll(found(page, "aria-labelledby=\"([^\"]+)\""));
    }

    private static List<String> found(String page, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(page);
        List<String> all = new ArrayList<>();
        while (matcher.find()) {
            all.add(matcher.group(1));
        }
        return all;
    }

    @Test
    void marksTheScoreWithoutReferenceSolutionsToo() {
        ReportFixtures.Run run = ReportFixtures.scored();
        Report bare = new Report(
                run.report().subject(),
                run.report().outcome(),
                Optional.of(new Report.Total(0, 0, 0, Map.of())),
                List.of(),
                run.report().cost(),
                run.report().latency(),
                List.of(),
                run.report().provenance());
        assertThat(ReportPage.render(bare, List.of(), run.log(), run.ledger()))
                .contains("There are no reference solutions", "of 100")
                .doesNotContain("Questions for the interview");
    }
}
