package touchstone.cli.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import touchstone.measurement.interval.Interval;
import touchstone.measurement.ratings.FairScore;
import touchstone.measurement.ratings.Fit;
import touchstone.measurement.ratings.Measure;
import touchstone.measurement.ratings.diagnosis.ElementFit;
import touchstone.plots.Caption;
import touchstone.plots.Caterpillar;
import touchstone.plots.FitPlot;
import touchstone.plots.Mark;
import touchstone.plots.WrightMap;

/** Drawings of a fit. */
final class RatingsDrawings {

    private static final double NORMAL_95 = 1.959964;

    private RatingsDrawings() {}

    static Report.Figure fairScores(List<FairScore> scores, OptionalDouble bar) {
        double mean = scores.stream().mapToDouble(FairScore::fair).average().orElse(0);
        Caption caption = new Caption(
                "Fair scores of candidates",
                "Each candidate's fair score with its 80 % interval, highest first; the dashed line is "
                        + (bar.isPresent() ? "the bar." : "their mean."),
                "fair score");
        List<Mark> marks = scores.stream()
                .map(score -> Mark.of(score.candidate(), score.fair(), around(score.interval(), score.fair())))
                .toList();
        return new Report.Figure(caption, Caterpillar.draw(caption, marks, bar.orElse(mean)));
    }

    private static Interval around(Interval interval, double value) {
        return new Interval(Math.min(interval.low(), value), Math.max(interval.high(), value));
    }

    static Report.Figure severities(List<Measure> measures, Map<String, ElementFit> fits) {
        Caption caption = new Caption(
                "Severity of interviewers",
                "Each interviewer's severity with its 95 % interval, severest first; the dashed line is average"
                        + " severity.",
                "severity, logits");
        return new Report.Figure(
                caption,
                Caterpillar.draw(
                        caption,
                        measures.stream()
                                .map(measure -> Mark.of(
                                                measure.element(),
                                                measure.value(),
                                                new Interval(
                                                        measure.value() - NORMAL_95 * measure.standardError(),
                                                        measure.value() + NORMAL_95 * measure.standardError()))
                                        .marked(Consistency.flagged(
                                                measure.ratings(), Optional.ofNullable(fits.get(measure.element())))))
                                .toList(),
                        0));
    }

    static Report.Figure consistencies(List<Measure> measures, Map<String, ElementFit> fits) {
        List<FitPlot.Rater> raters = new ArrayList<>();
        for (Measure measure : measures) {
            Optional.ofNullable(fits.get(measure.element()))
                    .ifPresent(
                            found -> raters.add(new FitPlot.Rater(measure.element(), measure.value(), found.infit())));
        }
        Caption caption = new Caption(
                "Consistency of interviewers",
                "Infit of each interviewer over their severity; the band from 0.5 to 1.5 is productive, those outside"
                        + " are named.",
                "severity, logits; upwards: infit");
        return new Report.Figure(caption, FitPlot.draw(caption, raters));
    }

    static Report.Figure map(Fit fit) {
        List<WrightMap.Column> columns = new ArrayList<>();
        columns.add(new WrightMap.Column("candidates", marks(fit.candidates())));
        fit.table().facets().stream()
                .limit(3)
                .forEach(
                        facet -> columns.add(new WrightMap.Column(facet.name() + "s", marks(fit.facet(facet.name())))));
        Caption caption = new Caption(
                "Wright map",
                "Candidates, interviewers and what was rated, on one scale of logits.",
                "logits: able, severe, hard at the top");
        return new Report.Figure(caption, WrightMap.draw(caption, columns));
    }

    private static List<Mark> marks(List<Measure> measures) {
        return measures.stream()
                .map(measure -> Mark.of(measure.element(), measure.value()))
                .toList();
    }
}
