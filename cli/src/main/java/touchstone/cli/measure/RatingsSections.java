package touchstone.cli.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import touchstone.cli.measure.Report.Grid;
import touchstone.cli.measure.Report.Section;
import touchstone.measurement.ratings.Evidence;
import touchstone.measurement.ratings.Facet;
import touchstone.measurement.ratings.FairScore;
import touchstone.measurement.ratings.Fit;
import touchstone.measurement.ratings.Measure;
import touchstone.measurement.ratings.Posterior;
import touchstone.measurement.ratings.diagnosis.Diagnostics;
import touchstone.measurement.ratings.diagnosis.ElementFit;

/** Tables, drawings and the JSON document of one fit. */
final class RatingsSections {

    static final int MOST_ROWS = 400;

    private static final int MANY_CANDIDATES = 5_000;
    private static final int FEW_DRAWS = 200;
    private static final long SEED = 1;

    private final Fit fit;
    private final RatingsRequest request;
    private final Diagnostics diagnostics;
    private final Optional<Posterior> posterior;
    private final List<Section> sections = new ArrayList<>();
    private final Map<String, Object> document = new LinkedHashMap<>();
    private final List<FairScore> scores = new ArrayList<>();

    RatingsSections(Fit fit, RatingsRequest request) {
        this.fit = fit;
        this.request = request;
        this.diagnostics = Diagnostics.of(fit);
        this.posterior =
                request.estimator() == RatingsRequest.Estimator.MAP ? Optional.of(posterior(fit)) : Optional.empty();
        provenance();
        candidates();
        interviewers();
        fit.table().facets().stream()
                .filter(facet -> !facet.name().equals(Facet.INTERVIEWER))
                .forEach(facet -> elements(facet.name()));
        map();
        RatingsDetails details = new RatingsDetails(fit, diagnostics, sections, document);
        if (posterior.isPresent()) {
            details.reliability(scores);
        } else {
            details.spreads();
        }
        details.surprises();
        details.thresholds();
    }

    private static Posterior posterior(Fit fit) {
        Posterior posterior = Posterior.of(fit, SEED);
        return fit.candidates().size() > MANY_CANDIDATES ? posterior.withDraws(FEW_DRAWS) : posterior;
    }

    List<Section> sections() {
        return sections;
    }

    Map<String, Object> document() {
        return document;
    }

    List<String> lead() {
        List<String> lead = new ArrayList<>();
        lead.add("Estimator: " + fit.provenance().estimator() + "; log-likelihood "
                + Texts.number(fit.logLikelihood(), 4) + ", " + fit.iterations() + " iterations"
                + (fit.converged() ? "." : ", not converged: do not use these numbers."));
        fit.notes().forEach(note -> lead.add(Texts.sentence(note)));
        return lead;
    }

    private void provenance() {
        var from = posterior.map(Posterior::provenance).orElse(fit.provenance());
        document.put(
                "provenance",
                Documents.of(
                        "estimator",
                        from.estimator(),
                        "model",
                        from.model(),
                        "settings",
                        from.settings(),
                        "dataDigest",
                        from.dataDigest(),
                        "ratings",
                        from.ratings()));
        document.put("logLikelihood", fit.logLikelihood());
        document.put("iterations", fit.iterations());
        document.put("converged", fit.converged());
        document.put("notes", fit.notes());
        fit.population()
                .ifPresent(population -> document.put(
                        "population",
                        Documents.of(
                                "mean",
                                population.mean(),
                                "sd",
                                population.sd(),
                                "reliability",
                                population.reliability())));
    }

    private void candidates() {
        List<ElementFit> fits = diagnostics.candidates();
        Map<String, ElementFit> fitOf = byName(fits);
        List<Double> averages = fit.fairAverages("candidate");
        List<Object> rows = new ArrayList<>();
        for (int n = 0; n < fit.candidates().size(); n++) {
            Measure measure = fit.candidates().get(n);
            Map<String, Object> row =
                    document("candidate", measure, averages.get(n), Optional.ofNullable(fitOf.get(measure.element())));
            posterior.ifPresent(found -> {
                FairScore score = found.fairScore(measure.element());
                scores.add(score);
                row.put("rawMean", score.rawMean());
                row.put("fairScore", score.fair());
                row.put("sd", score.sd());
                row.put("low", score.interval().low());
                row.put("high", score.interval().high());
                request.bar()
                        .ifPresent(bar ->
                                row.put("probabilityAtLeastBar", found.probabilityAtLeast(measure.element(), bar)));
            });
            rows.add(row);
        }
        document.put("candidates", rows);
        sections.add(posterior.isPresent() ? fairScores(posterior.get()) : measures(fitOf, averages));
    }

    private Section fairScores(Posterior found) {
        boolean bar = request.bar().isPresent();
        Grid grid = bar
                ? Grid.of(
                        "candidate",
                        "fair score",
                        "80 % interval",
                        "raw mean",
                        "interviewers",
                        "ratings",
                        "P(at the bar)",
                        "evidence")
                : Grid.of("candidate", "fair score", "80 % interval", "raw mean", "interviewers", "ratings");
        scores.stream()
                .sorted(Comparator.comparingDouble(FairScore::fair).reversed().thenComparing(FairScore::candidate))
                .limit(MOST_ROWS)
                .forEach(score -> grid.row(cells(found, score)));
        List<String> words = new ArrayList<>(
                List.of("Fair score: the rating that an average interviewer would be expected to give, averaged over"
                        + " dimensions. Where two intervals overlap much, the order of the two says little."));
        request.bar()
                .ifPresent(wanted -> words.add("Bar: a fair score of " + Texts.number(wanted, 2)
                        + ". From .2 to .8 the evidence is insufficient. Advice for people who decide;"
                        + " it decides nothing."));
        if (scores.size() > MOST_ROWS) {
            words.add("The " + MOST_ROWS + " highest of " + scores.size() + "; --json has all.");
        }
        return Section.of("Fair scores", words, grid).with(RatingsDrawings.fairScores(scores, request.bar()));
    }

    private String[] cells(Posterior found, FairScore score) {
        List<String> cells = new ArrayList<>(List.of(
                score.candidate(),
                Texts.number(score.fair()),
                Texts.interval(score.interval(), 2),
                Texts.number(score.rawMean()),
                Integer.toString(score.interviewers()),
                Integer.toString(score.ratings())));
        request.bar().ifPresent(bar -> {
            double probability = found.probabilityAtLeast(score.candidate(), bar);
            cells.add(Texts.chance(probability));
            cells.add(
                    switch (Evidence.of(probability)) {
                        case LIKELY_ABOVE -> "likely at the bar";
                        case INSUFFICIENT -> "insufficient evidence";
                        case LIKELY_BELOW -> "likely below";
                    });
        });
        return cells.toArray(String[]::new);
    }

    private Section measures(Map<String, ElementFit> fits, List<Double> averages) {
        Grid grid = Grid.of("candidate", "measure", "error", "fair average", "ratings", "infit", "outfit", "infit z");
        IntStream.range(0, fit.candidates().size())
                .boxed()
                .sorted(Comparator.comparingDouble(n -> -fit.candidates().get(n).value()))
                .limit(MOST_ROWS)
                .forEach(n -> grid.row(line(fit.candidates().get(n), averages.get(n), fits)));
        return Section.of(
                "Candidates",
                List.of("Measures are logits, more is better; the fair average is the rating expected when everything"
                        + " else is average. This estimator gives no intervals that count the uncertainty of"
                        + " severities; the default does."),
                grid);
    }

    private static String[] line(Measure measure, double average, Map<String, ElementFit> fits) {
        Optional<ElementFit> found = Optional.ofNullable(fits.get(measure.element()));
        return new String[] {
            measure.element(),
            Texts.number(measure.value(), 4) + (measure.extreme() ? " (extreme)" : ""),
            Texts.number(measure.standardError(), 4),
            Texts.number(average),
            Texts.number(measure.ratings(), 0),
            found.map(one -> Texts.number(one.infit(), 2)).orElse(""),
            found.map(one -> Texts.number(one.outfit(), 2)).orElse(""),
            found.map(one -> Texts.number(one.infitZ(), 2)).orElse("")
        };
    }

    private void interviewers() {
        if (fit.table().facet(Facet.INTERVIEWER).isEmpty()) {
            return;
        }
        List<Measure> measures = fit.facet(Facet.INTERVIEWER);
        Map<String, ElementFit> fits = byName(diagnostics.facet(Facet.INTERVIEWER));
        List<Double> averages = fit.fairAverages(Facet.INTERVIEWER);
        Grid grid = Grid.of(
                "interviewer",
                "severity",
                "error",
                "fair average",
                "ratings",
                "infit",
                "outfit",
                "infit z",
                "consistency");
        List<Object> rows = new ArrayList<>();
        for (int j = 0; j < measures.size(); j++) {
            Optional<ElementFit> found =
                    Optional.ofNullable(fits.get(measures.get(j).element()));
            rows.add(document("interviewer", measures.get(j), averages.get(j), found));
        }
        IntStream.range(0, measures.size())
                .boxed()
                .sorted(Comparator.comparingDouble(j -> -measures.get(j).value()))
                .forEach(j -> {
                    List<String> cells = new ArrayList<>(List.of(line(measures.get(j), averages.get(j), fits)));
                    cells.add(Consistency.words(
                            measures.get(j).ratings(),
                            Optional.ofNullable(fits.get(measures.get(j).element()))));
                    grid.row(cells.toArray(String[]::new));
                });
        document.put("interviewers", rows);
        sections.add(Section.of(
                        "Interviewers",
                        List.of(
                                "Severity: logits by which an interviewer rates lower than the average one, all else"
                                    + " equal; the fair average is the rating they would give an average candidate."
                                    + " Infit: 1 is as consistent as the model expects, .5 to 1.5 is productive, above"
                                    + " 2 does harm, below .5 is too predictable.",
                                "Fewer than 10 ratings carry no flag; from 10 to 29 a flag is provisional."),
                        grid)
                .with(RatingsDrawings.severities(measures, fits))
                .with(RatingsDrawings.consistencies(measures, fits)));
    }

    private void elements(String facet) {
        List<Measure> measures = fit.facet(facet);
        Map<String, ElementFit> fits = byName(diagnostics.facet(facet));
        List<Double> averages = fit.fairAverages(facet);
        Grid grid = Grid.of(facet, "difficulty", "error", "fair average", "ratings", "infit", "outfit", "infit z");
        List<Object> rows = new ArrayList<>();
        for (int i = 0; i < measures.size(); i++) {
            rows.add(document(
                    facet,
                    measures.get(i),
                    averages.get(i),
                    Optional.ofNullable(fits.get(measures.get(i).element()))));
            if (i < MOST_ROWS) {
                grid.row(line(measures.get(i), averages.get(i), fits));
            }
        }
        document.put(facet + "s", rows);
        sections.add(Section.of(
                "By " + facet,
                List.of("Difficulty: logits by which ratings are lower than on the average one."),
                grid));
    }

    private void map() {
        sections.add(Section.of(
                        "Everything on one scale",
                        "Able candidates, severe interviewers and hard dimensions stand high.")
                .with(RatingsDrawings.map(fit)));
    }

    private static Map<String, ElementFit> byName(List<ElementFit> fits) {
        Map<String, ElementFit> byName = new LinkedHashMap<>();
        fits.forEach(one -> byName.put(one.element(), one));
        return byName;
    }

    private static Map<String, Object> document(
            String kind, Measure measure, double average, Optional<ElementFit> found) {
        Map<String, Object> row = Documents.of(
                kind,
                measure.element(),
                "measure",
                measure.value(),
                "error",
                measure.standardError(),
                "extreme",
                measure.extreme(),
                "fairAverage",
                average,
                "ratings",
                measure.ratings());
        found.ifPresent(one -> {
            row.put("infit", one.infit());
            row.put("outfit", one.outfit());
            row.put("infitZ", one.infitZ());
            row.put("outfitZ", one.outfitZ());
        });
        return row;
    }
}
