package touchstone.runner.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import touchstone.runner.lab.Figure;
import touchstone.runner.report.FigureView.BarRow;
import touchstone.runner.report.FigureView.CaseView;

/** Lays out the figures of a lab. */
final class Drawings {

    /** Begins the unit of a value that is shown in percent. */
    static final String SHARE = "share of ";

    static final int NAME_LENGTH = 120;
    private static final int TEXT_LENGTH = 1_000;
    private static final int STEPS = 4;
    private static final int MOST_FIGURES = 24;
    private static final int MOST_BARS = 60;
    private static final int MOST_CASES = 20;
    private static final int PROMPT_BEGINNING = 7_000;
    private static final int PROMPT_END = 3_000;

    private Drawings() {}

    static List<FigureView> of(List<Figure> figures) {
        List<FigureView> views = new ArrayList<>();
        for (Figure figure : figures.stream().limit(MOST_FIGURES).toList()) {
            String id = "figure-" + (views.size() + 1);
            views.add(
                    switch (figure) {
                        case Figure.Bars bars -> bars(id, bars);
                        case Figure.Curve curve -> Curves.of(id, curve);
                        case Figure.Dots dots -> DotLanes.of(id, dots);
                        case Figure.Cases cases -> cases(id, cases);
                    });
        }
        return views;
    }

    static String name(String text) {
        return Figures.clip(text, NAME_LENGTH);
    }

    static String text(String text) {
        return Figures.clip(text, TEXT_LENGTH);
    }

    /** What stands beside an axis; "share of questions" becomes "questions, in percent". */
    static String axisName(String unit) {
        return unit.startsWith(SHARE) ? name(unit.substring(SHARE.length())) + ", in percent" : name(unit);
    }

    private static FigureView bars(String id, Figure.Bars figure) {
        List<Figure.Bar> bars = figure.bars().stream().limit(MOST_BARS).toList();
        DoubleStream ends = bars.stream()
                .flatMapToDouble(bar -> DoubleStream.of(bar.value(), bar.low(), bar.high()))
                .filter(Double::isFinite);
        double[] values = ends.toArray();
        double least = DoubleStream.of(values).min().orElse(0);
        double most = DoubleStream.of(values).max().orElse(1);
        boolean share = figure.unit().startsWith(SHARE);
        Axis axis = share && least >= 0 && most <= 1
                ? Axis.ofShares(STEPS, value -> Figures.bare(value, figure.unit()))
                : Axis.around(least, most, STEPS, value -> Figures.bare(value, figure.unit()));
        return new FigureView.Bars(
                id,
                text(figure.title()),
                text(figure.caption()),
                axisName(figure.unit()),
                bars.stream()
                        .map(bar -> row(bar, axis, figure.unit(), bars.stream().anyMatch(Drawings::ranged)))
                        .toList(),
                axis.ticks());
    }

    private static boolean ranged(Figure.Bar bar) {
        return Double.isFinite(bar.value())
                && Double.isFinite(bar.low())
                && Double.isFinite(bar.high())
                && bar.low() < bar.high();
    }

    /** @param others whether other bars have an interval, so that one without must say why */
    private static BarRow row(Figure.Bar bar, Axis axis, String unit, boolean others) {
        boolean measured = Double.isFinite(bar.value());
        boolean ranged = ranged(bar);
        double zero = axis.at(0);
        double end = measured ? axis.at(bar.value()) : zero;
        return new BarRow(
                name(bar.label()),
                new BarRow.Bar(
                        Math.min(zero, end),
                        Figures.tenth(Math.abs(end - zero)),
                        ranged ? axis.at(bar.low()) : end,
                        ranged ? axis.at(bar.high()) : end,
                        ranged),
                measured ? Figures.bare(bar.value(), unit) : "not measured",
                ranged
                        ? Figures.bare(bar.low(), unit) + " to " + Figures.bare(bar.high(), unit)
                        : measured && others ? "too few to tell" : "",
                Figures.whole(bar.count()));
    }

    private static FigureView cases(String id, Figure.Cases figure) {
        return new FigureView.Cases(
                id,
                text(figure.title()),
                text(figure.caption()),
                figure.cases().stream()
                        .limit(MOST_CASES)
                        .map(example -> new CaseView(
                                name(example.item()),
                                text(example.question()),
                                text(example.expected()),
                                text(example.given()),
                                prompt(example.prompt())))
                        .toList());
    }

    /** Both ends of a long prompt: instructions stand at its beginning, the question often at its end. */
    private static String prompt(String prompt) {
        int left = prompt.length() - PROMPT_BEGINNING - PROMPT_END;
        return left <= 0
                ? prompt
                : prompt.substring(0, PROMPT_BEGINNING) + "\n\n[... " + Figures.whole(left)
                        + " characters are left out here; they are in ledger.ndjson ...]\n\n"
                        + prompt.substring(prompt.length() - PROMPT_END);
    }
}
