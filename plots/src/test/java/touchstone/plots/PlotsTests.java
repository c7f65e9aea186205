package touchstone.plots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import touchstone.measurement.interval.Interval;

class PlotsTests {

    private static final Caption CAPTION = new Caption("Severity", "Two interviewers & one <tag>.", "logits");

    private static Element drawn(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)))
                .getDocumentElement();
    }

    private static List<Element> parts(Element svg, String tag) {
        NodeList found = svg.getElementsByTagName(tag);
        List<Element> parts = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            parts.add((Element) found.item(i));
        }
        return parts;
    }

    private static double number(Element part, String name) {
        return Double.parseDouble(part.getAttribute(name));
    }

    @Test
    void ordersACaterpillarAndPutsIntervalsAroundDots() throws Exception {
        Element svg = drawn(Caterpillar.draw(
                CAPTION,
                List.of(
                        Mark.of("mild", -1, new Interval(-1.5, -0.5)),
                        Mark.of("severe <b>", 2, new Interval(1, 3)).marked(true)),
                0));

        List<Element> dots = parts(svg, "circle");
        assertThat(dots).hasSize(2);
        assertThat(dots.getFirst().getAttribute("class")).isEqualTo("plot-dot-marked");
        assertThat(dots.getFirst().getTextContent()).isEqualTo("severe <b>: 2.00 (1.00 to 3.00)");
        assertThat(number(dots.getFirst(), "cy")).isLessThan(number(dots.getLast(), "cy"));
        assertThat(number(dots.getFirst(), "cx")).isGreaterThan(number(dots.getLast(), "cx"));
        Element range = parts(svg, "line").stream()
                .filter(line -> line.getAttribute("class").equals("plot-range"))
                .findFirst()
                .orElseThrow();
        assertThat(number(dots.getFirst(), "cx")).isBetween(number(range, "x1"), number(range, "x2"));
    }

    @Test
    void saysWhatItShowsToThoseWhoDoNotSeeIt() throws Exception {
        Element svg = drawn(Caterpillar.draw(CAPTION, List.of(Mark.of("a", 1)), 0));

        assertThat(svg.getAttribute("role")).isEqualTo("img");
        assertThat(svg.getAttribute("aria-label")).isEqualTo("Severity. Two interviewers & one <tag>.");
        assertThat(parts(svg, "title").getFirst().getTextContent()).isEqualTo("Severity");
        assertThat(parts(svg, "desc").getFirst().getTextContent()).contains("<tag>");
    }

    @Test
    void shortensALongCaterpillarInTheMiddle() throws Exception {
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            marks.add(Mark.of("m" + i, i));
        }

        Element svg = drawn(Caterpillar.draw(CAPTION, marks, 0));

        assertThat(parts(svg, "circle")).hasSize(80);
        assertThat(svg.getTextContent())
                .contains("120 more between these", "m199", "m160", "m39", "m0")
                .doesNotContain("m100:");
    }

    @Test
    void putsAbleCandidatesAndSevereInterviewersAtTheTop() throws Exception {
        Element svg = drawn(WrightMap.draw(
                CAPTION,
                List.of(
                        new WrightMap.Column("candidates", List.of(Mark.of("able", 2), Mark.of("less able", -2))),
                        new WrightMap.Column("interviewers", List.of(Mark.of("x", 0), Mark.of("y", 0))))));

        List<Element> dots = parts(svg, "circle");
        assertThat(dots).hasSize(4);
        assertThat(number(dots.get(0), "cy")).isLessThan(number(dots.get(1), "cy"));
        assertThat(number(dots.get(2), "cy")).isEqualTo(number(dots.get(3), "cy"));
        List<Element> names = parts(svg, "text").stream()
                .filter(text -> text.getTextContent().matches("[xy]"))
                .toList();
        assertThat(number(names.getFirst(), "y")).as("names keep apart").isNotEqualTo(number(names.getLast(), "y"));
    }

    @Test
    void drawsManyCandidatesAsAHistogram() throws Exception {
        List<Mark> many = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            many.add(Mark.of("c" + i, Math.sin(i)));
        }

        Element svg = drawn(WrightMap.draw(CAPTION, List.of(new WrightMap.Column("candidates", many))));

        assertThat(parts(svg, "circle")).isEmpty();
        int counted = parts(svg, "text").stream()
                .filter(text -> text.getAttribute("class").equals("plot-soft")
                        && text.getAttribute("text-anchor").equals("start"))
                .filter(text -> text.getTextContent().matches("\\d+"))
                .mapToInt(text -> Integer.parseInt(text.getTextContent()))
                .sum();
        assertThat(counted).isEqualTo(300);
        assertThatThrownBy(() -> WrightMap.draw(CAPTION, List.of())).hasMessageContaining("needs a column");
    }

    @Test
    void namesRatersWithoutFit() throws Exception {
        Element svg = drawn(FitPlot.draw(
                CAPTION,
                List.of(
                        new FitPlot.Rater("steady", 0, 1),
                        new FitPlot.Rater("random", 1, 2.2),
                        new FitPlot.Rater("wild", 0, 40))));

        assertThat(parts(svg, "text").stream().map(Element::getTextContent))
                .contains("random", "wild")
                .doesNotContain("steady");
        assertThat(parts(svg, "circle"))
                .allSatisfy(dot -> assertThat(number(dot, "cy")).isBetween(0.0, 300.0));
    }

    @Test
    void drawsCurvesThatRise() throws Exception {
        CurvePlot.Curve curve =
                new CurvePlot.Curve("Phi", List.of(new CurvePlot.Point(1, 0.3), new CurvePlot.Point(2, 0.5)));

        Element svg = drawn(CurvePlot.draw(CAPTION, List.of(curve), 0, 1, 0.8));

        List<Element> dots = parts(svg, "circle");
        assertThat(number(dots.get(1), "cy")).isLessThan(number(dots.get(0), "cy"));
        assertThat(parts(svg, "path").getFirst().getAttribute("d"))
                .startsWith("M")
                .contains(" L");
    }

    @Test
    void drawsOnePointAndNothing() throws Exception {
        assertThat(parts(drawn(Caterpillar.draw(CAPTION, List.of(), 0)), "circle"))
                .isEmpty();
        assertThat(parts(drawn(FitPlot.draw(CAPTION, List.of(new FitPlot.Rater("a", 3, 1)))), "circle"))
                .hasSize(1);
    }

    @Test
    void ticksAreRound() {
        assertThat(new Axis(-2.1, 3.4, 0, 100).ticks()).containsExactly(-2.0, -1.0, 0.0, 1.0, 2.0, 3.0);
        assertThat(new Axis(0, 1, 0, 100).words(0.2)).isEqualTo("0.2");
        assertThat(new Axis(-30, 30, 0, 100).words(-0.0)).isEqualTo("0");
    }
}
