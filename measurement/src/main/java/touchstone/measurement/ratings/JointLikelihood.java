package touchstone.measurement.ratings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * Joint maximum likelihood with the conventions of FACETS, to compare with its reports: sums of severities, difficulties and
 * thresholds are zero, candidates float; candidates, interviewers and so on whose ratings are all extreme are taken out,
 * the rest is estimated, and then they are given the measure at which the expected score is 0.3 away from the extreme.
 *
 * <p>Biased outwards by about L / (L - 1) with L ratings a candidate; for panels {@link MaximumPosterior} is nearer to the
 * truth than this and than the raw mean. Errors are {@code 1 / sqrt(information)}, each element taken alone.
 *
 * <p>Sources: B. D. Wright and G. N. Masters, "Rating scale analysis", MESA Press 1982, chapter 4; J. M. Linacre, FACETS
 * manual, "Estimation considerations" and "Xtreme scores". An anchored facet keeps its anchors' origin.
 */
public final class JointLikelihood {

    private static final double EXTREME = 0.3;
    private static final int MOST_ITERATIONS = 200;

    private final Model model;
    private final List<Known> anchors;
    private final int threads;
    private final Optional<Fit> start;

    private JointLikelihood(Model model, List<Known> anchors, int threads, Optional<Fit> start) {
        this.model = model;
        this.anchors = List.copyOf(anchors);
        this.threads = threads;
        this.start = start;
    }

    /** Rating scale, no anchors, one thread, steps below 1e-9 logits. */
    public static JointLikelihood withDefaults() {
        return new JointLikelihood(new Model.RatingScale(), List.of(), 1, Optional.empty());
    }

    /** The same with other thresholds. */
    public JointLikelihood withModel(Model other) {
        return new JointLikelihood(other, anchors, threads, start);
    }

    /**
     * The same with fixed elements.
     *
     * @throws RatingsException when one of them has an sd above 0: there is no prior here
     */
    public JointLikelihood withAnchors(List<Known> fixed) {
        for (Known anchor : fixed) {
            if (anchor.sd() > 0) {
                throw new RatingsException("the joint likelihood takes " + anchor.element()
                        + " as fixed or as free; an earlier measure with an sd needs the maximum posterior");
            }
        }
        return new JointLikelihood(model, fixed, threads, start);
    }

    /** The same on this many threads, 1 to 64; the result does not depend on it. */
    public JointLikelihood withThreads(int count) {
        if (count < 1 || count > 64) {
            throw new RatingsException("a fit runs on 1 to 64 threads, got " + count);
        }
        return new JointLikelihood(model, anchors, count, start);
    }

    /** The same, beginning at the measures of an earlier fit. */
    public JointLikelihood startingFrom(Fit earlier) {
        return new JointLikelihood(model, anchors, threads, Optional.of(earlier));
    }

    /**
     * Fits.
     *
     * @throws RatingsException when the ratings do not determine the measures: disconnected, or all extreme
     */
    public Fit fit(RatingTable given) {
        RatingTable table = Unused.joined(given);
        Layout layout = Layout.of(table, model);
        Problem problem = new Problem(table, layout);
        problem.known(anchors);
        Fit.Extremes extremes = Extreme.remove(problem);
        refuseUnusedSteps(problem);
        problem.zeroSums();
        Pattern pattern = Pattern.of(table, layout);
        Point from = start.map(earlier -> Starts.fromFit(problem, earlier)).orElseGet(() -> Starts.fromScores(problem));
        for (int i = 0; i < layout.thresholds; i++) {
            if (problem.restFixed[i]) {
                from.rest[i] = problem.restMean[i];
            }
        }
        centre(problem, from);
        try (Threads pool = new Threads(threads)) {
            Newton found = Newton.maximise(problem, pattern, from, 1e-9, MOST_ITERATIONS, pool);
            Adjusted adjusted = new Adjusted(problem, found.point(), extremes, EXTREME);
            adjusted.solve();
            Fit.Summary summary = new Fit.Summary(
                    found.sweep().logLikelihood,
                    OptionalDouble.empty(),
                    Optional.empty(),
                    found.iterations(),
                    found.converged(),
                    notes(given, problem, extremes, found.converged()),
                    new Provenance(
                            "joint maximum likelihood", model.toString(), settings(), given.digest(), given.size()));
            return new Fit(problem, model, found.point(), adjusted.errors(), extremes, summary, Optional.empty());
        }
    }

    /** Brings the start to the sums that are held at zero. */
    private static void centre(Problem problem, Point start) {
        for (int[] sum : problem.zeroSums) {
            double mean = 0;
            for (int i : sum) {
                mean += start.rest[i] / sum.length;
            }
            for (int i : sum) {
                start.rest[i] -= mean;
            }
        }
    }

    /** Thresholds around a category that is never used would be infinite. */
    static void refuseUnusedSteps(Problem problem) {
        Layout layout = problem.layout;
        RatingTable table = problem.table;
        boolean[] used = new boolean[layout.groups * (layout.steps + 1)];
        boolean[] group = new boolean[layout.groups];
        for (int row = 0; row < table.size(); row++) {
            if (problem.weight(row) > 0) {
                used[layout.group(table, row) * (layout.steps + 1) + table.step(row)] = true;
                group[layout.group(table, row)] = true;
            }
        }
        for (int i = 0; i < used.length; i++) {
            int g = i / (layout.steps + 1);
            if (!used[i] && group[g]) {
                throw new RatingsException("the rating " + (table.scale().lowest() + i % (layout.steps + 1))
                        + (layout.groups > 1
                                ? " is never used for "
                                        + table.facets()
                                                .get(layout.groupFacet)
                                                .elements()
                                                .get(g)
                                        + "; use the rating scale or the maximum posterior"
                                : " is used only where all ratings are extreme; use the maximum posterior"));
            }
            if (!group[g]) {
                for (int h = 0; h < layout.steps; h++) {
                    problem.restFixed[layout.threshold(g) + h] = true;
                }
            }
        }
    }

    private static List<String> notes(RatingTable given, Problem problem, Fit.Extremes extremes, boolean converged) {
        List<String> notes = new ArrayList<>();
        if (!converged) {
            notes.add("the search did not converge in " + MOST_ITERATIONS + " iterations; do not use these measures");
        }
        if (problem.table != given) {
            notes.add("categories that nobody used were left out and the others numbered anew from "
                    + given.scale().lowest() + " to " + problem.table.scale().highest());
        }
        int count = extremes.count();
        if (count > 0) {
            notes.add(count + " with only lowest or only highest ratings: measured at " + EXTREME
                    + " score points from the extreme, and left out of summaries");
        }
        return List.copyOf(notes);
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        settings.put("tolerance", "1.0E-9");
        settings.put("extreme score adjustment", Double.toString(EXTREME));
        anchors.forEach(anchor ->
                settings.put("anchor " + anchor.facet() + " " + anchor.element(), Double.toString(anchor.mean())));
        return settings;
    }
}
