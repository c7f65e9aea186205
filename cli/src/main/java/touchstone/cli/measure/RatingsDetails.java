package touchstone.cli.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import touchstone.cli.measure.Report.Grid;
import touchstone.cli.measure.Report.Section;
import touchstone.measurement.ratings.FairScore;
import touchstone.measurement.ratings.Fit;
import touchstone.measurement.ratings.Thresholds;
import touchstone.measurement.ratings.diagnosis.Agreement;
import touchstone.measurement.ratings.diagnosis.Diagnostics;
import touchstone.measurement.ratings.diagnosis.Spread;
import touchstone.measurement.ratings.diagnosis.Unexpected;

/** What stands behind the measures of one fit: how well they differ, which ratings surprise, the steps of the scale. */
final class RatingsDetails {

    private static final double SURPRISE = 3;
    private static final int MOST_SURPRISES = 20;

    private final Fit fit;
    private final Diagnostics diagnostics;
    private final List<Section> sections;
    private final Map<String, Object> document;

    /** Adds to the sections and the document. */
    RatingsDetails(Fit fit, Diagnostics diagnostics, List<Section> sections, Map<String, Object> document) {
        this.fit = fit;
        this.diagnostics = diagnostics;
        this.sections = sections;
        this.document = document;
    }

    void spreads() {
        Grid grid = Grid.of("of", "separation", "strata", "reliability", "true sd", "error", "all equal: p");
        Map<String, Object> rows = new LinkedHashMap<>();
        diagnostics.candidateSpread().ifPresent(spread -> spread("candidates", spread, grid, rows));
        fit.table()
                .facets()
                .forEach(facet -> diagnostics
                        .spread(facet.name())
                        .ifPresent(spread -> spread(facet.name() + "s", spread, grid, rows)));
        document.put("spread", rows);
        List<String> words = new ArrayList<>(List.of(
                "Reliability: share of the measures' variance that is real, with the elements as a sample of many;"
                    + " separation: real spread over error; strata: levels that can be told apart. For interviewers a"
                    + " high value means that they are reliably different in severity."));
        diagnostics.agreement().ifPresent(agreement -> words.add(agreement(agreement)));
        sections.add(Section.of("How well differences can be told", words, grid));
    }

    void reliability(List<FairScore> scores) {
        List<String> words = new ArrayList<>();
        if (scores.size() > 1) {
            double mean = scores.stream().mapToDouble(FairScore::fair).average().orElse(0);
            double between = 0;
            double within = 0;
            for (FairScore score : scores) {
                between += (score.fair() - mean) * (score.fair() - mean) / (scores.size() - 1);
                within += score.sd() * score.sd() / scores.size();
            }
            double reliability = between + within == 0 ? 0 : between / (between + within);
            document.put("fairScoreReliability", reliability);
            words.add("Reliability of fair scores against a bar: " + Texts.number(reliability, 2)
                    + ", the share of their variance that is real, with all that is uncertain about severities and the"
                    + " scale counted as error. Separation as FACETS prints it: --estimator jmle.");
        }
        diagnostics.agreement().ifPresent(agreement -> words.add(agreement(agreement)));
        if (!words.isEmpty()) {
            sections.add(Section.of("How well differences can be told", words.toArray(String[]::new)));
        }
    }

    private String agreement(Agreement agreement) {
        document.put(
                "agreement",
                Documents.of(
                        "observed",
                        agreement.observed(),
                        "expected",
                        agreement.expected(),
                        "pairs",
                        agreement.pairs()));
        return "Exact agreement of interviewers: " + Texts.percent(agreement.observed()) + " of " + agreement.pairs()
                + " pairs of ratings; the model expects " + Texts.percent(agreement.expected())
                + ". Much more than expected suggests that they did not rate independently.";
    }

    private static void spread(String name, Spread spread, Grid grid, Map<String, Object> rows) {
        grid.row(
                name,
                Texts.number(spread.sample().separation()),
                Texts.number(spread.sample().strata()),
                Texts.number(spread.sample().reliability()),
                Texts.number(spread.sample().trueSd()),
                Texts.number(spread.sample().rmse()),
                Texts.probability(spread.pValue()));
        rows.put(
                name,
                Documents.of(
                        "reliability",
                        spread.sample().reliability(),
                        "separation",
                        spread.sample().separation(),
                        "strata",
                        spread.sample().strata(),
                        "populationReliability",
                        spread.population().reliability(),
                        "populationSeparation",
                        spread.population().separation(),
                        "chiSquare",
                        spread.chiSquare(),
                        "degreesOfFreedom",
                        spread.degreesOfFreedom(),
                        "p",
                        spread.pValue()));
    }

    void surprises() {
        List<Unexpected> all = diagnostics.unexpected(SURPRISE).stream()
                .sorted(Comparator.comparingDouble(one -> -Math.abs(one.standardized())))
                .toList();
        document.put(
                "unexpected",
                all.stream()
                        .map(one -> Documents.of(
                                "candidate",
                                one.candidate(),
                                "elements",
                                one.elements(),
                                "rating",
                                one.rating(),
                                "expected",
                                one.expected(),
                                "standardized",
                                one.standardized()))
                        .toList());
        Grid grid = Grid.of("candidate", "by, on", "rating", "expected", "standardised");
        all.stream()
                .limit(MOST_SURPRISES)
                .forEach(one -> grid.row(
                        one.candidate(),
                        String.join(", ", one.elements()),
                        Integer.toString(one.rating()),
                        Texts.number(one.expected(), 2),
                        Texts.number(one.standardized(), 2)));
        String found = all.size() + " of " + fit.table().size() + " ratings lie more than "
                + Texts.number(SURPRISE, 0) + " standard deviations from what the model expects"
                + (all.size() > MOST_SURPRISES ? "; the " + MOST_SURPRISES + " farthest." : ".");
        sections.add(
                all.isEmpty()
                        ? Section.of("Unexpected ratings", found)
                        : Section.of(
                                "Unexpected ratings",
                                List.of(
                                        found,
                                        "Ask why; a surprise can be a slip or the one interviewer who saw something."),
                                grid));
    }

    void thresholds() {
        Grid grid = Grid.of("of", "steps, logits");
        List<Object> rows = new ArrayList<>();
        for (Thresholds thresholds : fit.thresholds()) {
            String name = thresholds.group().isEmpty() ? "the scale" : thresholds.group();
            grid.row(
                    name,
                    String.join(
                            "  ",
                            thresholds.steps().stream()
                                    .map(step -> Texts.number(step, 4))
                                    .toList()));
            rows.add(Documents.of("group", thresholds.group(), "steps", thresholds.steps()));
        }
        document.put("thresholds", rows);
        sections.add(Section.of(
                "Steps of the scale",
                List.of("Where two neighbouring categories are equally likely. Steps out of order mark a category that"
                        + " is seldom the likeliest one."),
                grid));
    }
}
