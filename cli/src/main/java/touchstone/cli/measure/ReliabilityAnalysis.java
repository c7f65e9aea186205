package touchstone.cli.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import touchstone.chance.Chance;
import touchstone.cli.measure.Report.Grid;
import touchstone.cli.measure.Report.Section;
import touchstone.measurement.MeasurementException;
import touchstone.measurement.interval.Interval;
import touchstone.measurement.reliability.AnovaComponents;
import touchstone.measurement.reliability.Components;
import touchstone.measurement.reliability.CrossedScores;
import touchstone.measurement.reliability.DecisionStudy;
import touchstone.measurement.reliability.DecisionStudy.Criterion;
import touchstone.measurement.reliability.DecisionStudy.Point;
import touchstone.measurement.reliability.ReliabilityInterval;
import touchstone.measurement.reliability.RemlComponents;
import touchstone.plots.Caption;
import touchstone.plots.CurvePlot;

/** Variance components of a file of ratings, and how many interviewers a wanted reliability takes. */
public final class ReliabilityAnalysis {

    private static final int MOST_INTERVIEWERS = 12;
    private static final long SEED = 1;

    private final CsvTable table;
    private final Columns.Places places;
    private final Wanted wanted;
    private final Map<String, Object> document = new LinkedHashMap<>();
    private Optional<ReliabilityInterval> intervals = Optional.empty();

    /**
     * What is asked.
     *
     * @param reliability wanted, strictly between 0 and 1
     * @param randomDimensions whether dimensions are a sample of many, rather than just the rubric's
     */
    public record Wanted(double reliability, boolean randomDimensions) {

        public Wanted {
            if (!(reliability > 0 && reliability < 1)) {
                throw new MeasurementException(
                        "--reliability " + reliability + " is none; choose one between 0 and 1, such as 0.8.");
            }
        }
    }

    private ReliabilityAnalysis(CsvTable table, Columns.Places places, Wanted wanted) {
        this.table = table;
        this.places = places;
        this.wanted = wanted;
    }

    /** Measures a file with one rating in each row. */
    public static Found of(CsvTable table, Columns columns, Wanted wanted) {
        return new ReliabilityAnalysis(table, columns.in(table), wanted).found();
    }

    private Found found() {
        CrossedScores scores = scores();
        List<String> lead = new ArrayList<>(List.of(places.words(table)));
        document.put("file", table.file());
        document.put("ratings", scores.size());
        Components anova = AnovaComponents.of(scores);
        boolean balanced = anova instanceof Components.Estimated;
        Components components = anova;
        if (balanced) {
            intervals = ReliabilityInterval.ofComplete(scores, Chance.ofSeed(SEED));
        } else {
            RemlComponents.Fit fit = RemlComponents.of(scores);
            components = fit.components();
            intervals = ReliabilityInterval.of(fit);
        }
        lead.add(
                balanced
                        ? "The design is complete and balanced: components from mean squares (ANOVA)."
                        : "No complete and balanced design: components by restricted maximum likelihood (REML).");
        document.put("method", balanced ? "ANOVA" : "REML");
        return switch (components) {
            case Components.Estimated estimated ->
                new Found(document, new Report("Reliability", lead, sections(scores, estimated)));
            case Components.Undefined undefined -> {
                document.put("undefined", undefined.reason());
                yield new Found(
                        document,
                        new Report("Reliability", lead, List.of(Section.of("No result", undefined.reason()))));
            }
        };
    }

    private CrossedScores scores() {
        CrossedScores.Builder builder =
                CrossedScores.builder("candidate", places.names().toArray(String[]::new));
        int missing = 0;
        String[] elements = new String[places.facets().size() + 1];
        for (CsvTable.Row row : table.rows()) {
            elements[0] = row.name(places.candidate());
            for (int i = 0; i < places.facets().size(); i++) {
                elements[i + 1] = row.name(places.facets().get(i));
            }
            if (row.number(places.rating()).isPresent()) {
                builder.add(row.number(places.rating()).getAsDouble(), elements);
            } else {
                missing++;
            }
        }
        document.put("emptyRatings", missing);
        return builder.build();
    }

    private List<Section> sections(CrossedScores scores, Components.Estimated estimated) {
        Set<String> fixed =
                places.names().contains("dimension") && !wanted.randomDimensions() ? Set.of("dimension") : Set.of();
        Map<String, Integer> plan = new LinkedHashMap<>();
        places.names().forEach(name -> plan.put(name, perCandidate(scores, name)));
        DecisionStudy study = DecisionStudy.of(estimated, "candidate", fixed);
        if (scores.levels("interviewer") < 2) {
            String reason = "There is one interviewer only, and so no telling what more would give.";
            document.put("decisionStudyUndefined", reason);
            return List.of(components(estimated), Section.of("What more interviewers would give", reason));
        }
        return List.of(components(estimated), decision(study, plan, fixed), needed(study, plan));
    }

    /** How many levels of a facet a candidate meets, typically. */
    private int perCandidate(CrossedScores scores, String name) {
        int column = places.facets().get(places.names().indexOf(name));
        Map<String, Set<String>> met = table.rows().stream()
                .collect(Collectors.groupingBy(
                        row -> row.name(places.candidate()),
                        Collectors.mapping(row -> row.name(column), Collectors.toSet())));
        double mean = met.values().stream().mapToInt(Set::size).average().orElse(1);
        return (int) Math.clamp(Math.round(mean), 1, scores.levels(name));
    }

    private Section components(Components.Estimated estimated) {
        Grid grid = Grid.of("component", "levels", "variance", "share");
        List<Object> rows = new ArrayList<>();
        for (Components.Part part : estimated.parts()) {
            boolean rest = part.facets().size() == places.names().size() + 1;
            String name = String.join(" x ", part.facets()) + (rest ? " and error" : "");
            double share = estimated.total() == 0 ? 0 : Math.max(0, part.variance()) / estimated.total();
            grid.row(name, Integer.toString(part.levels()), Texts.number(part.variance(), 6), Texts.percent(share));
            rows.add(Documents.of(
                    "facets",
                    List.copyOf(part.facets()),
                    "levels",
                    part.levels(),
                    "variance",
                    part.variance(),
                    "share",
                    share));
        }
        document.put("components", rows);
        document.put("notes", estimated.notes());
        List<String> words = new ArrayList<>(
                List.of("candidate: what interviews are for. interviewer: severity. candidate x interviewer: how"
                        + " differently two interviewers see the same candidate. The last one: everything else."));
        words.addAll(estimated.notes());
        return Section.of("Where the variance of ratings lies", words, grid);
    }

    private Section decision(DecisionStudy study, Map<String, Integer> plan, Set<String> fixed) {
        Grid grid =
                Grid.of("interviewers", "Phi", "95 % of Phi", "E rho2", "95 % of E rho2", "error, bar", "error, order");
        List<Object> rows = new ArrayList<>();
        List<CurvePlot.Point> absolute = new ArrayList<>();
        List<CurvePlot.Point> relative = new ArrayList<>();
        for (int count : IntStream.rangeClosed(1, MOST_INTERVIEWERS).toArray()) {
            Map<String, Integer> counts = new LinkedHashMap<>(plan);
            counts.put("interviewer", count);
            Point point = study.at(counts);
            Optional<Interval> phi = interval(fixed, counts, Criterion.ABSOLUTE);
            Optional<Interval> erho2 = interval(fixed, counts, Criterion.RELATIVE);
            grid.row(
                    Integer.toString(count),
                    Texts.number(point.dependability()),
                    phi.map(one -> Texts.interval(one, 2)).orElse(""),
                    Texts.number(point.generalizability()),
                    erho2.map(one -> Texts.interval(one, 2)).orElse(""),
                    Texts.number(Math.sqrt(point.absoluteError())),
                    Texts.number(Math.sqrt(point.relativeError())));
            rows.add(Documents.of(
                    "counts",
                    counts,
                    "universe",
                    point.universe(),
                    "relativeError",
                    point.relativeError(),
                    "absoluteError",
                    point.absoluteError(),
                    "erho2",
                    point.generalizability(),
                    "erho2Interval",
                    stored(erho2),
                    "phi",
                    point.dependability(),
                    "phiInterval",
                    stored(phi)));
            absolute.add(new CurvePlot.Point(count, point.dependability()));
            relative.add(new CurvePlot.Point(count, point.generalizability()));
        }
        document.put("decisionStudy", rows);
        String others = plan.entrySet().stream()
                .filter(entry -> !entry.getKey().equals("interviewer"))
                .map(entry -> entry.getValue() + " " + entry.getKey() + "s"
                        + (fixed.contains(entry.getKey()) ? " (just these)" : " (a sample of many)"))
                .collect(Collectors.joining(", "));
        List<String> words = List.of(
                "Phi: reliability against a bar that is the same whoever interviews. E rho2: reliability of the order"
                        + " within a panel that all candidates met. Errors are standard deviations in rating units.",
                "Intervals of 95 %, for normally distributed effects: from the mean squares in a complete design, from"
                        + " the average information otherwise. There is none where candidates do not differ.",
                others.isEmpty() ? "One rating each." : "All else as in the data: " + others + ".");
        Caption caption = new Caption(
                "Reliability by number of interviewers",
                "Phi reaches " + Texts.number(absolute.getLast().y(), 2) + " and E rho2 "
                        + Texts.number(relative.getLast().y(), 2) + " with " + MOST_INTERVIEWERS
                        + " interviewers; the dashed line is the wanted reliability.",
                "interviewers for each candidate");
        String plot = CurvePlot.draw(
                caption,
                List.of(new CurvePlot.Curve("Phi (bar)", absolute), new CurvePlot.Curve("E rho2 (order)", relative)),
                0,
                1,
                wanted.reliability());
        return Section.of("What more interviewers would give", words, grid).with(new Report.Figure(caption, plot));
    }

    private Optional<Interval> interval(Set<String> fixed, Map<String, Integer> counts, Criterion criterion) {
        return intervals.flatMap(one -> one.of("candidate", fixed, counts, criterion));
    }

    private static List<Double> stored(Optional<Interval> interval) {
        return interval.map(one -> List.of(one.low(), one.high())).orElse(List.of());
    }

    private Section needed(DecisionStudy study, Map<String, Integer> plan) {
        Grid grid = Grid.of("more of", "for a bar (Phi)", "for an order (E rho2)");
        Map<String, Object> rows = new LinkedHashMap<>();
        for (String name : places.names()) {
            OptionalInt bar = study.smallest(name, plan, Criterion.ABSOLUTE, wanted.reliability());
            OptionalInt order = study.smallest(name, plan, Criterion.RELATIVE, wanted.reliability());
            grid.row(name, said(bar), said(order));
            rows.put(name, Documents.of("phi", stored(bar), "erho2", stored(order)));
        }
        document.put("needed", Documents.of("reliability", wanted.reliability(), "byFacet", rows));
        return Section.of(
                "How many it takes for a reliability of " + Texts.number(wanted.reliability(), 2),
                List.of("Each line changes one number and leaves the others as they are."),
                grid);
    }

    private static String said(OptionalInt count) {
        return count.isPresent() ? Integer.toString(count.getAsInt()) : "not even 1,000";
    }

    private static Object stored(OptionalInt count) {
        return count.isPresent() ? count.getAsInt() : "more than 1000";
    }
}
