package touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MeasureCommandTests {

    private static final Offset<Double> FIVE_DECIMALS = within(1e-5);

    private static final String PANEL = """
        candidate,interviewer,dimension,rating
        ann,ida,a,4
        ann,ida,b,3
        ann,jon,a,5
        ann,jon,b,4
        bob,ida,a,2
        bob,ida,b,1
        bob,jon,a,2
        bob,jon,b,3
        """;

    @TempDir
    Path folder;

    private Terminal terminal = new Terminal(Path.of(""));

    @BeforeEach
    void setUpATerminal() {
        terminal = new Terminal(folder);
    }

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("ratings.csv"), text).toString();
    }

    /** A file of shared/data beside the working tree; skips without it. */
    private static Path shared(String name) {
        for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
            if (Files.exists(up.resolve("shared/data").resolve(name))) {
                return up.resolve("shared/data").resolve(name);
            }
        }
        return Assumptions.abort("no shared/data/" + name + " beside the working tree");
    }

    private JsonNode json(String... arguments) {
        assertThat(terminal.type(arguments)).as(terminal.err()).isZero();
        return JsonMapper.shared().readTree(terminal.out());
    }

    private void assertRefused(int status, String... words) {
        assertThat(status).isEqualTo(Main.BAD_INPUT);
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err()).startsWith("touchstone: ").contains(words).doesNotContain("Exception", "\tat ");
        assertThat(terminal.err().strip()).doesNotContain("\n");
    }

    @ParameterizedTest
    @CsvSource({"guilford_creativity, 1..9", "medium_company, 1..5"})
    void printsWhatTheReferenceSays(String name, String scale) {
        Path data = shared("measurement/" + name + ".csv");
        JsonNode whole = JsonMapper.shared().readTree(shared("measurement/" + name + ".expected.json"));
        JsonNode expected = whole.has("jmle") ? whole.path("jmle") : whole;

        JsonNode found = json("measure", "ratings", data.toString(), "--scale", scale, "--estimator", "jmle", "--json");

        assertThat(found.path("logLikelihood").asDouble())
                .isCloseTo(expected.path("loglik").asDouble(), within(1e-4));
        assertMeasures(found.path("candidates"), expected.path("theta"), expected.path("candidate"));
        assertMeasures(found.path("interviewers"), expected.path("alpha"), expected.path("interviewer"));
        assertMeasures(found.path("dimensions"), expected.path("delta"), expected.path("dimension"));
        JsonNode steps = found.path("thresholds").path(0).path("steps");
        for (int i = 0; i < steps.size(); i++) {
            assertThat(steps.path(i).asDouble())
                    .isCloseTo(expected.path("tau").path(i).asDouble(), FIVE_DECIMALS);
        }
        assertThat(found.path("spread").path("candidates").path("reliability").asDouble())
                .isCloseTo(
                        expected.path("candidate")
                                .path("summary_sample")
                                .path("reliability")
                                .asDouble(),
                        FIVE_DECIMALS);
    }

    private static void assertMeasures(JsonNode rows, JsonNode measures, JsonNode details) {
        assertThat(rows.size()).isEqualTo(measures.size()).isPositive();
        for (int i = 0; i < rows.size(); i++) {
            assertThat(rows.path(i).path("measure").asDouble())
                    .isCloseTo(measures.path(i).asDouble(), FIVE_DECIMALS);
            assertThat(rows.path(i).path("error").asDouble())
                    .isCloseTo(details.path("se_model").path(i).asDouble(), FIVE_DECIMALS);
            assertThat(rows.path(i).path("infit").asDouble())
                    .isCloseTo(details.path("infit").path(i).asDouble(), FIVE_DECIMALS);
            assertThat(rows.path(i).path("infitZ").asDouble())
                    .isCloseTo(details.path("zstd_infit").path(i).asDouble(), within(1e-3));
        }
    }

    @Test
    void calibratesACompanyByMarginalLikelihood() {
        JsonNode expected = JsonMapper.shared()
                .readTree(shared("measurement/medium_company.expected.json"))
                .path("mmle");

        JsonNode found = json(
                "measure",
                "ratings",
                shared("measurement/medium_company.csv").toString(),
                "--estimator",
                "mmle",
                "--json");

        assertThat(found.path("logLikelihood").asDouble())
                .isCloseTo(expected.path("loglik").asDouble(), within(5e-2));
        assertThat(found.path("population").path("sd").asDouble())
                .isCloseTo(expected.path("sigma").asDouble(), within(5e-3));
        assertThat(found.path("population").path("reliability").asDouble())
                .isCloseTo(expected.path("eap_reliability").asDouble(), within(5e-3));
    }

    @Test
    void printsMeasuresForPeople() {
        Path data = shared("measurement/guilford_creativity.csv");

        assertThat(terminal.type("measure", "ratings", data.toString(), "--estimator", "jmle"))
                .isZero();
        assertThat(terminal.out())
                .contains("log-likelihood -165.6850", "Avogadro", "-0.0234", "0.1824", "-0.1590", "productive")
                .contains("interviewer = 'interviewer'");
        assertThat(terminal.type(
                        "measure",
                        "ratings",
                        shared("measurement/medium_company.csv").toString()))
                .isZero();
        assertThat(terminal.out()).contains("i24", "erratic: does harm", "80 % interval");
    }

    @Test
    void adjustsNothingThatIsNotLinked() {
        String data = shared("measurement/disconnected.csv").toString();

        assertThat(terminal.type("measure", "ratings", data)).isZero();
        assertThat(terminal.out())
                .contains("2 groups that nothing links", "not adjusted")
                .doesNotContain("fair score");
        JsonNode found = json("measure", "ratings", data, "--json");
        assertThat(found.path("connected").asBoolean()).isFalse();
        assertThat(found.path("rankDefect").asInt()).isEqualTo(1);
    }

    @Test
    void writesOnePageWithPlotsAndNoScript() throws IOException {
        Path page = folder.resolve("page.html");
        String evil = file(PANEL.replace("ann", "<script>alert(1)</script>"));

        assertThat(terminal.type("measure", "ratings", evil, "--bar", "3", "--html", page.toString()))
                .isZero();

        String html = Files.readString(page);
        assertThat(html).contains("<svg", "Wright map", "Severity of interviewers", "Consistency of interviewers");
        assertThat(html).doesNotContain("<script", "http://", "https://").contains("&lt;script&gt;");
        assertRefused(terminal.type("measure", "ratings", evil, "--html", folder + "/no/where.html"), "--html");
    }

    @ParameterizedTest
    @CsvSource({"gstudy_balanced, ANOVA", "medium_company, REML"})
    void givesReliabilitiesWithTheirIntervals(String name, String method) {
        JsonNode found = json(
                "measure", "reliability", shared("measurement/" + name + ".csv").toString(), "--json");

        assertThat(found.get("method").stringValue()).isEqualTo(method);
        assertThat(found.get("decisionStudy").size()).isEqualTo(12);
        for (JsonNode point : found.get("decisionStudy")) {
            for (String value : List.of("phi", "erho2")) {
                JsonNode interval = point.get(value + "Interval");
                assertThat(interval.get(0).doubleValue())
                        .isPositive()
                        .isLessThan(point.get(value).doubleValue());
                assertThat(interval.get(1).doubleValue())
                        .isGreaterThan(point.get(value).doubleValue())
                        .isLessThan(1);
            }
        }
    }

    /** The reference data have two groups and no biased interviewer. */
    @Test
    void comparesHowInterviewersRateGroups() {
        String data = shared("measurement/dif.csv").toString();

        JsonNode bias = json("measure", "ratings", data, "--scale", "1..5", "--group", "group", "--json")
                .get("interviewerBias");
        JsonNode comparison = bias.get("comparisons").get(0);

        assertThat(bias.get("column").stringValue()).isEqualTo("group");
        assertThat(comparison.get("interviewers").size()
                        + comparison.get("interviewersWithInsufficientData").intValue())
                .isPositive();
        for (JsonNode one : comparison.get("interviewers")) {
            assertThat(one.get("ratings").intValue()).isGreaterThanOrEqualTo(10);
            assertThat(one.get("low").doubleValue()).isLessThan(one.get("high").doubleValue());
            assertThat(one.get("flagged").booleanValue()).isFalse();
        }
        assertThat(terminal.type("measure", "ratings", data, "--scale", "1..5", "--group", "group"))
                .isZero();
        assertThat(terminal.out()).contains("Interviewers and groups", "a lead to look into");
    }

    @Test
    void saysInsufficientDataOfSmallGroupsAndRefusesTwoLabels() throws IOException {
        String head = "candidate,interviewer,rating,site\n";
        String small = file(head + "a,i,1,north\na,j,2,north\nb,i,3,south\nb,j,4,south\n");

        assertThat(terminal.type("measure", "ratings", small, "--group", "site"))
                .isZero();
        assertThat(terminal.out()).contains("Insufficient data: fewer than two groups");
        assertThat(json("measure", "ratings", small, "--group", "site", "--json")
                        .get("interviewerBias")
                        .get("state")
                        .stringValue())
                .isEqualTo("insufficient data");
        assertRefused(terminal.type("measure", "ratings", small, "--group", "office"), "There is no column 'office'");
        String two = file(head + "a,i,1,north\na,j,2,south\nb,i,3,south\n");
        assertRefused(
                terminal.type("measure", "ratings", two, "--group", "site"), "ratings.csv:3: 'a' is in the group");
    }

    @Test
    void printsVarianceComponentsAndHowManyInterviewersItTakes() {
        JsonNode found = json(
                "measure",
                "reliability",
                shared("measurement/gstudy_balanced.csv").toString(),
                "--json");

        assertThat(found.path("method").asString()).isEqualTo("ANOVA");
        assertThat(found.path("components").path(0).path("variance").asDouble()).isCloseTo(0.189236111, within(1e-8));
        assertThat(found.path("needed")
                        .path("byFacet")
                        .path("interviewer")
                        .path("phi")
                        .asInt())
                .isEqualTo(9);
        assertThat(found.path("needed")
                        .path("byFacet")
                        .path("interviewer")
                        .path("erho2")
                        .asInt())
                .isEqualTo(6);
        assertThat(terminal.type(
                        "measure",
                        "reliability",
                        shared("measurement/medium_company.csv").toString()))
                .isZero();
        assertThat(terminal.out()).contains("REML", "0.785177", "lies on the boundary: 0");
    }

    @Test
    void printsAgreementOfColumnsAndOfRows() throws IOException {
        String wide = file("unit,Rater1,Rater2\n1,1,1\n2,2,NA\n3,3,3\n4,2,3\n5,1,1\n");
        assertThat(terminal.type("measure", "agreement", wide)).isZero();
        assertThat(terminal.out()).contains("the raters are the columns Rater1, Rater2", "Cohen's kappa", "9 ratings");

        assertThat(terminal.type("measure", "agreement", file(PANEL))).isZero();
        assertThat(terminal.out()).contains("A unit is a candidate and dimension.", "ICC(2,1)", "Kendall's W");

        assertThat(terminal.type("measure", "agreement", file("ann,bob\nyes,yes\nno,yes\nno,no\n")))
                .isZero();
        assertThat(terminal.out()).contains("ratings are words", "0.66667").doesNotContain("ICC(1");
    }

    @Test
    void comparesGroupsAndHidesSmallOnes() throws IOException {
        String groups = file("group,applicants,selected\nA,80,48\nB,40,12\nC,3,1\n");

        JsonNode found = json("measure", "impact", groups, "--json")
                .path("stages")
                .path(0)
                .path("groups");

        assertThat(found.path(1).path("state").asString()).isEqualTo("LOOK_INTO_IT");
        assertThat(found.path(1).path("fisher").asDouble()).isCloseTo(0.0034092217678, within(1e-8));
        assertThat(found.path(2).path("state").asString()).isEqualTo("insufficient");
        assertThat(found.path(2).has("selected")).isFalse();
        assertThat(terminal.type("measure", "impact", groups)).isZero();
        assertThat(terminal.out()).contains("C: insufficient data", "few").contains("Look into it");

        assertThat(terminal.type("measure", "impact", file("sex,race,selected\nF,X,1\nF,Y,0\nM,X,1\nM,Y,yes\n")))
                .isZero();
        assertThat(terminal.out()).contains("Local Law 144: by sex", "Local Law 144: by both", "F, X");
    }

    @Test
    void comparesTwoSystemsTaskByTask() throws IOException {
        String first = Files.writeString(folder.resolve("a.csv"), "task,success\na,1\na,0\nb,1\nb,1\n")
                .toString();
        String second = Files.writeString(folder.resolve("b.csv"), "task;successes;trials\na;4;4\nb;4;4\n")
                .toString();

        JsonNode found = json("measure", "passk", first, second, "--json");

        assertThat(found.path("systems")
                        .path(0)
                        .path("rates")
                        .path(1)
                        .path("passAll")
                        .asDouble())
                .isEqualTo(0.5);
        assertThat(found.path("secondMinusFirst").path(1).path("difference").asDouble())
                .isEqualTo(0.5);
        assertRefused(terminal.type("measure", "passk", first, "--k", "3"), "a.csv", "fewer than 3 trials");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "ratings     | candidate,interviewer,rating\\na,i,NaN            | ratings.csv:2: 'NaN'",
                "ratings     | candidate,interviewer,rating\\na,i,3\\na,i,4      | ratings.csv:3: the rating of",
                "ratings     | candidate,candidate,interviewer,rating\\n"
                        + "a,b,i,3  | :1: two columns are called 'candidate'",
                "agreement   | candidate,interviewer\\na,i                      | none of ratings",
                "ratings     | candidate,interviewer,rating\\na,i,3\\na,j,x      | ratings.csv:3: 'x'",
                "ratings     | candidate,interviewer,rating\\n"
                        + "a,i,3\\n"
                        + "a,j        | ratings.csv:3: the line has 2 fields",
                "ratings     | candidate,interviewer,rating\\na,i,3\\na,j,9.5    | ratings.csv:3: the rating 9.5",
                "ratings     | candidate,interviewer,rating\\na,i,3\\na,j,3      | name it with --scale",
                "ratings     | candidate,rating\\na,3                            | name it with --interviewer",
                "ratings     | candidate,interviewer,rating\\n"
                        + "a,i,2\\n"
                        + ",i,3      | ratings.csv:3: the column 'candidate' is empty",
                "ratings     | candidate,interviewer,rating                      | has no rows",
                "agreement   | candidate,interviewer,rating\\na,i,3\\na,i,3      | ratings.csv:3: 'i' rated 'a' twice",
                "reliability | name,rating\\na,3                                 | name it with --interviewer",
                "impact      | group,total,selected\\n"
                        + "A,3,4                      | ratings.csv:2: more were selected (4)",
                "impact      | group,selected\\nA,maybe                          | neither yes nor no",
                "impact      | colour,selected\\nred,1                           | no column of groups",
                "passk       | task,successes,trials\\n"
                        + "a,3,2                     | ratings.csv:2: there are 3 successes in 2"
            })
    void refusesBadFilesWithTheirLine(String command, String text, String words) throws IOException {
        assertRefused(terminal.type("measure", command, file(text.strip().replace("\\n", "\n") + "\n")), words.strip());
    }

    @Test
    void refusesARatingOutsideTheScaleAndAColumnThatIsNotThere() throws IOException {
        String panel = file(PANEL);

        assertRefused(
                terminal.type("measure", "ratings", panel, "--scale", "1..4"),
                "ratings.csv:4: the rating 5 is not on the scale");
        assertRefused(
                terminal.type("measure", "ratings", panel, "--rating", "points"),
                "no column 'points'",
                "candidate, interviewer");
        assertRefused(terminal.type("measure", "agreement", panel, "--scale", "5"), "is no scale");
        assertRefused(terminal.type("measure", "ratings", panel, "--estimator", "best"), "choose map, jmle or mmle");
        assertRefused(terminal.type("measure", "ratings", folder + "/none.csv"), "There is no file");
        assertRefused(
                terminal.type("measure", "ratings", panel, "--bar", "99"), "--bar 99.0 is not on the scale from 1");
        assertRefused(terminal.type("measure", "ratings", panel, "--bar", "NaN"), "--bar NaN");
        assertRefused(terminal.type("measure", "ratings", folder.toString()), "is a folder");
        assertRefused(terminal.type("measure", "retrieval", folder.toString(), folder.toString()), "is a folder");
        assertRefused(terminal.type("measure", "passk", file("task,success\na,1\n"), "--k", "0"), "--k 0");
    }

    @ParameterizedTest
    @CsvSource({"ratings", "agreement", "reliability"})
    void documentsWhatDegenerateFilesGive(String command) throws IOException {
        String header = "candidate,interviewer,rating\n";
        assertThat(terminal.type("measure", command, file(header + "a,i,3\nb,i,4\nc,i,2\n")))
                .as("one rater")
                .isZero();
        assertThat(terminal.type("measure", command, file(header + "a,i,3\na,j,4\na,k,2\n")))
                .as("one candidate")
                .isZero();
        String equal = file(header + "a,i,3\na,j,3\nb,i,3\nb,j,3\n");
        int status = command.equals("reliability")
                ? terminal.type("measure", command, equal)
                : terminal.type("measure", command, equal, "--scale", "1..5");
        assertThat(status).as(terminal.err()).isZero();
        assertThat(terminal.out()).doesNotContain("NaN", "Infinity");
    }

    /** Units that differ less than the ratings of each: the step-up to the mean of raters has its pole in the interval. */
    @Test
    void saysWhereAMeanOfRatersHasNoReliability() throws IOException {
        assertThat(terminal.type("measure", "agreement", file("a,b,c\n13,0,0\n0,20,7\n0,4,56\n")))
                .as(terminal.err())
                .isZero();
        assertThat(terminal.out()).containsPattern("ICC\\(2,1\\) +-?0").containsPattern("ICC\\(2,k\\) .*no lower end");
    }

    @Test
    void splitsNoVarianceOfThreeRatings() throws IOException {
        String three = file("candidate,interviewer,dimension,rating\na,i,d,3\nb,j,d,2\na,j,d,4\n");

        assertThat(terminal.type("measure", "reliability", three))
                .as(terminal.err())
                .isZero();
        assertThat(terminal.out()).contains("too few to tell them apart");
    }

    @Test
    void saysOnceWhatOneInterviewerCannotTell() throws IOException {
        String one =
                file("candidate,interviewer,dimension,rating\na,i,d,3\na,i,e,4\nb,i,d,2\nb,i,e,1\nc,i,d,5\nc,i,e,5\n");

        assertThat(terminal.type("measure", "ratings", one)).isZero();
        assertThat(terminal.out()).contains("There is one interviewer only");
        assertThat(terminal.type("measure", "reliability", one)).isZero();
        assertThat(terminal.out()).contains("no telling what more would give").doesNotContain("E rho2");
        assertThat(terminal.type("measure", "agreement", one)).isZero();
        assertThat(terminal.out()).containsOnlyOnce("Agreement needs at least two raters.");
    }

    @Test
    void letsNoNameCommandTheTerminal() throws IOException {
        String evil = file(PANEL.replace("ann", "\u001b[31m" + "a".repeat(5_000)));

        assertThat(terminal.type("measure", "ratings", evil, "--bar", "3")).isZero();

        assertThat(terminal.out()).contains("?[31ma").doesNotContain("\u001b");
        assertThat(terminal.out().lines().mapToInt(String::length).max().orElseThrow())
                .isLessThan(250);
    }

    @Test
    void callsNothingCertain() throws IOException {
        assertThat(terminal.type(
                        "measure", "ratings", file(PANEL.replace(",5\n", ",4\n")), "--scale", "1..9", "--bar", "8.9"))
                .isZero();

        assertThat(terminal.out()).contains("< 0.01").contains("Nobody gave the rating ");
    }

    @Test
    void printsThousandsOfGroupsAtOnce() throws IOException {
        StringBuilder text = new StringBuilder("group,selected\n");
        for (int group = 0; group < 3_000; group++) {
            text.append('g').append(group).append(",1\n");
        }

        assertThat(terminal.type("measure", "impact", file(text.toString()))).isZero();

        assertThat(terminal.out()).contains("g2999: insufficient data");
    }
}
