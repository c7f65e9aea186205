package touchstone.runner.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import touchstone.runner.lab.Figure;

class DrawingsTests {

    private static final String NASTY =
            "</pre></style><script>alert(1)</script><img src=x>\" onload=\"x() \u0000\u202e";
    private static final Pattern PLACES = Pattern.compile(" (?:d|x|y|width|style)=\"([^\"]*)\"");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9.]+|NaN|Infinity");

    private static String page(Figure... figures) {
        return ReportFixtures.scored(4, 1).with(List.of(figures)).page();
    }

    @Test
    void drawsEachFigureAndPrintsItsNumbers() {
        String page = ReportFixtures.scored(4, 1).with(FigureFixtures.all()).page();

        assertThat(page)
                .contains("A closer look", "by paraphrase", "64 %", "41 % to 83 %")
                .contains("Risk against coverage", "this run runs from", "The same in numbers")
                .contains("70 events: ", "fresh", "stale")
                .contains("52 EUR a day since July 2031", "The prompt that the model saw", "[D40] Minutes");
    }

    @Test
    void saysNothingOfFiguresWhereALabHasNone() {
        assertThat(page()).doesNotContain("A closer look");
    }

    @Test
    void drawsNothingOutOfNothing() {
        String page = page(
                new Figure.Bars("No bars", "c", "share of items", List.of()),
                new Figure.Curve("No curve", "c", "x", "y", List.of()),
                new Figure.Curve("Empty curve", "c", "x", "y", List.of(new Figure.Line("l", List.of()))),
                new Figure.Dots("No dots", "c", "seconds", List.of()),
                new Figure.Cases("No cases", "c", List.of()));

        assertThat(page).contains("Nothing was measured.", "0 events", "There is no such case in this run.");
        assertStaysInside(page);
    }

    @Test
    void keepsWhatIsNoNumberOutOfTheDrawing() {
        double no = Double.NaN;
        double far = Double.POSITIVE_INFINITY;
        String page = page(
                new Figure.Bars(
                        "b", "c", "ms", List.of(new Figure.Bar("x", no, no, no, 1), bar(far), bar(-3), bar(1e12))),
                new Figure.Curve(
                        "k",
                        "c",
                        "x",
                        "y",
                        List.of(new Figure.Line(
                                "l",
                                List.of(new Figure.Point(no, 1), new Figure.Point(2, far), new Figure.Point(5, -4))))),
                new Figure.Dots("d", "c", "s", List.of(new Figure.Dot(no, true, "x"), new Figure.Dot(-5, true, "x"))));

        assertThat(page).contains("not measured", "1 event: ");
        assertStaysInside(page);
    }

    @Test
    void saysWhyAValueAmongOthersHasNoInterval() {
        Figure.Bar one = new Figure.Bar("x", 1, 1, 1, 1);

        assertThat(page(new Figure.Bars("b", "c", "share of facts", List.of(one, bar(0.5)))))
                .containsOnlyOnce("too few to tell");
        assertThat(page(new Figure.Bars("b", "c", "share of facts", List.of(one))))
                .doesNotContain("too few to tell");
    }

    private static Figure.Bar bar(double value) {
        return new Figure.Bar("x", value, value - 1, value + 1, 3);
    }

    private static void assertStaysInside(String page) {
        int from = page.indexOf("<section aria-labelledby=\"figures\"");
        Matcher places = PLACES.matcher(page.substring(from, page.indexOf("</section>", from)));
        List<Double> all = places.results()
                .flatMap(place -> NUMBER.matcher(place.group(1)).results())
                .map(number -> Double.valueOf(number.group()))
                .toList();
        assertThat(all)
                .isNotEmpty()
                .allSatisfy(number -> assertThat(number).isFinite().isBetween(-1.0, 140.0));
    }

    @Test
    void escapesWhatAStrangerWrote() {
        String page = page(
                new Figure.Bars(NASTY, NASTY, NASTY, List.of(new Figure.Bar(NASTY, 1, 0, 2, 3))),
                new Figure.Curve(
                        NASTY, NASTY, NASTY, NASTY, List.of(new Figure.Line(NASTY, List.of(new Figure.Point(1, 2))))),
                new Figure.Dots(NASTY, NASTY, NASTY, List.of(new Figure.Dot(1, false, NASTY))),
                new Figure.Cases(NASTY, NASTY, List.of(new Figure.Case(NASTY, NASTY, NASTY, NASTY, NASTY))));

        assertThat(page).contains("&lt;script&gt;alert(1)");
        assertThat(page).doesNotContain("<script", "<img", "\u0000", "\u202e");
        Matcher tags = Pattern.compile("<[a-z][^<>\"]*(?:\"[^\"]*\"[^<>\"]*)*>").matcher(page);
        assertThat(tags.results().map(tag -> tag.group().replaceAll("\"[^\"]*\"", "")))
                .hasSizeGreaterThan(100)
                .noneMatch(tag -> tag.contains("onload"));
    }

    @Test
    void showsBothEndsOfALongPrompt() {
        String prompt = "BEGINNING " + "x".repeat(20_000) + " END";
        String page = page(new Figure.Cases("t", "c", List.of(new Figure.Case("i", "q", "e", "g", prompt))));

        assertThat(page).contains("BEGINNING", "10,014 characters are left out here", " END");
    }

    @Test
    void staysSmallHoweverMuchALabDraws() {
        List<Figure.Dot> dots = IntStream.range(0, 20_000)
                .mapToObj(i -> new Figure.Dot(i, i % 3 == 0, "d" + i))
                .toList();
        List<Figure.Point> points =
                IntStream.range(0, 2_000).mapToObj(i -> new Figure.Point(i, i)).toList();
        List<Figure.Case> cases = IntStream.range(0, 100)
                .mapToObj(i -> new Figure.Case("i" + i, "q", "e", "g", "p".repeat(24_000)))
                .toList();
        String page = page(
                new Figure.Dots("d", "c", "s", dots),
                new Figure.Curve("k", "c", "x", "y", List.of(new Figure.Line("l", points))),
                new Figure.Cases("t", "c", cases));

        assertThat(page).contains("Every dot is counted here", "more points are drawn and not listed");
        assertThat(page.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(600_000);
    }

    @ParameterizedTest
    @CsvSource({"0,1,0,1", "0,0,0,1", "0,0.37,0,0.4", "3,17,0,20", "-4,9,-5,10", "0,1000001,0,1250000", "-1,-1,-1,0"})
    void endsAxesAtRoundNumbers(double least, double most, double from, double to) {
        Axis axis = Axis.around(least, most, 5, value -> Figures.number(value));

        assertThat(axis.from()).isEqualTo(from);
        assertThat(axis.to()).isEqualTo(to);
        assertThat(axis.ticks()).hasSizeBetween(2, 7);
        assertThat(axis.at(least)).isBetween(0.0, 100.0);
        assertThat(axis.at(most)).isBetween(0.0, 100.0);
    }
}
