package touchstone.measurement.ratings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A fitted model: measures of candidates and of every other facet, thresholds, and how they were found.
 *
 * <p>Immutable. The estimators are {@link MaximumPosterior}, {@link JointLikelihood} and {@link MarginalLikelihood}.
 */
public final class Fit {

    final Problem problem;
    final Point point;
    final Point errors;
    private final Model model;
    private final Summary summary;
    private final Optional<Basis> basis;
    private final List<Measure> candidates;
    private final List<List<Measure>> facets;

    /**
     * How the search ended.
     *
     * @param logLikelihood of the ratings at the measures; for the marginal likelihood, integrated over candidates
     * @param logEvidence Laplace's approximation, maximum posterior only
     * @param population of candidates, marginal likelihood only
     * @param notes sentences that a reader of the measures should see
     */
    record Summary(
            double logLikelihood,
            OptionalDouble logEvidence,
            Optional<Population> population,
            int iterations,
            boolean converged,
            List<String> notes,
            Provenance provenance) {}

    /** What a posterior stands on: the estimator, to fit again, and the curvature at the maximum. */
    record Basis(MaximumPosterior estimator, Curvature curvature) {}

    Fit(
            Problem problem,
            Model model,
            Point point,
            Point errors,
            Extremes extremes,
            Summary summary,
            Optional<Basis> basis) {
        this.basis = basis;
        this.problem = problem;
        this.model = model;
        this.point = point;
        this.errors = errors;
        this.summary = summary;
        RatingTable table = problem.table;
        candidates = new ArrayList<>();
        for (int n = 0; n < table.candidates().size(); n++) {
            double ratings = 0;
            for (int row = table.firstRow(n); row < table.firstRow(n + 1); row++) {
                ratings += table.weight(row);
            }
            candidates.add(new Measure(
                    table.candidates().get(n), point.theta[n], errors.theta[n], ratings, extremes.candidate(n)));
        }
        facets = new ArrayList<>();
        for (int f = 0; f < table.facets().size(); f++) {
            facets.add(measures(f, extremes));
        }
    }

    private List<Measure> measures(int facet, Extremes extremes) {
        RatingTable table = problem.table;
        List<String> names = table.facets().get(facet).elements();
        double[] ratings = new double[names.size()];
        for (int row = 0; row < table.size(); row++) {
            ratings[table.elementOf(facet, row)] += table.weight(row);
        }
        List<Measure> result = new ArrayList<>();
        for (int e = 0; e < ratings.length; e++) {
            int i = problem.layout.offset[facet] + e;
            result.add(new Measure(names.get(e), point.rest[i], errors.rest[i], ratings[e], extremes.element(i)));
        }
        return List.copyOf(result);
    }

    /** The ratings that were fitted; where categories had to be joined, with the joined ones. */
    public RatingTable table() {
        return problem.table;
    }

    /** Which thresholds were estimated. */
    public Model model() {
        return model;
    }

    /** Measures of the candidates, in the order of the table. */
    public List<Measure> candidates() {
        return java.util.Collections.unmodifiableList(candidates);
    }

    /**
     * Measures of a facet's elements, in the order of the table.
     *
     * @throws RatingsException when there is no such facet
     */
    public List<Measure> facet(String name) {
        int f = problem.table.indexOf(name);
        if (f < 0) {
            throw new RatingsException("the ratings have no facet " + name);
        }
        return facets.get(f);
    }

    /** Thresholds: one group for the rating scale, one for each element with partial credit. */
    public List<Thresholds> thresholds() {
        Layout layout = problem.layout;
        List<Thresholds> result = new ArrayList<>();
        for (int g = 0; g < layout.groups; g++) {
            List<Double> steps = new ArrayList<>();
            for (double step : layout.thresholds(point.rest, g)) {
                steps.add(step);
            }
            String group = layout.groupFacet < 0
                    ? ""
                    : problem.table.facets().get(layout.groupFacet).elements().get(g);
            result.add(new Thresholds(group, steps));
        }
        return List.copyOf(result);
    }

    /** Natural logarithm of the likelihood at the measures; for the marginal likelihood, integrated over candidates. */
    public double logLikelihood() {
        return summary.logLikelihood();
    }

    /** Natural logarithm of Laplace's approximation of the evidence; of a maximum posterior only. */
    public OptionalDouble logEvidence() {
        return summary.logEvidence();
    }

    /** The candidates' distribution; of a marginal likelihood only. */
    public Optional<Population> population() {
        return summary.population();
    }

    /** Iterations that the search took. */
    public int iterations() {
        return summary.iterations();
    }

    /** Whether the last step was below the tolerance; measures of a search that did not converge are not to be used. */
    public boolean converged() {
        return summary.converged();
    }

    /** Sentences that a reader of the measures should see, such as which candidates have extreme scores. */
    public List<String> notes() {
        return summary.notes();
    }

    /** What the measures were made from. */
    public Provenance provenance() {
        return summary.provenance();
    }

    /** Measure minus severities and difficulties of that row: the logit of the rating. */
    public double logit(int candidate, int row) {
        return point.theta[candidate] - problem.layout.severity(problem.table, row, point.rest);
    }

    /** Category probabilities of a rating of that row at any logit: {@code [k]} is that of {@code lowest + k}. */
    public double[] probabilities(int row, double logit) {
        Categories categories = categories();
        categories.at(logit, problem.layout.group(problem.table, row));
        return categories.p;
    }

    /** Shows each rating that was used, candidate by candidate; those of extreme elements of a joint likelihood were not. */
    public void forEachRating(RatingVisitor visitor) {
        Categories categories = categories();
        RatingTable table = problem.table;
        for (int n = 0; n < table.candidates().size(); n++) {
            for (int row = table.firstRow(n); row < table.firstRow(n + 1); row++) {
                if (problem.weight(row) > 0) {
                    categories.at(logit(n, row), problem.layout.group(table, row));
                    visitor.visit(row, n, categories.expected, categories.variance, categories.fourthMoment());
                }
            }
        }
    }

    /**
     * FACETS' "Fair(M)": the rating expected of each element of a facet, or of each candidate for the name "candidate", when
     * everything else is at its mean measure, extreme elements left out of the means; in the units of the scale.
     */
    public List<Double> fairAverages(String facet) {
        double others = facet.equals("candidate") ? 0 : mean(candidates);
        for (Facet other : problem.table.facets()) {
            others -= other.name().equals(facet) ? 0 : mean(facet(other.name()));
        }
        List<Measure> elements = facet.equals("candidate") ? candidates : facet(facet);
        int sign = facet.equals("candidate") ? 1 : -1;
        Categories categories = categories();
        List<Double> result = new ArrayList<>();
        for (Measure element : elements) {
            double sum = 0;
            for (int g = 0; g < problem.layout.groups; g++) {
                categories.at(others + sign * element.value(), g);
                sum += categories.expected;
            }
            result.add(problem.table.scale().lowest() + sum / problem.layout.groups);
        }
        return List.copyOf(result);
    }

    private static double mean(List<Measure> measures) {
        return measures.stream()
                .filter(measure -> !measure.extreme())
                .mapToDouble(Measure::value)
                .average()
                .orElse(0);
    }

    Basis basis() {
        return basis.orElseThrow(
                () -> new RatingsException("intervals and probabilities need a maximum posterior; this is a "
                        + provenance().estimator()));
    }

    Curvature curvature() {
        return basis().curvature();
    }

    Categories categories() {
        return new Categories(problem.layout.steps, problem.layout.cumulative(point.rest));
    }

    /** Which elements had extreme scores. */
    static final class Extremes {
        private final boolean[] candidates;
        private final boolean[] elements;

        Extremes(boolean[] candidates, boolean[] elements) {
            this.candidates = candidates;
            this.elements = elements;
        }

        static Extremes none(Layout layout, int candidates) {
            return new Extremes(new boolean[candidates], new boolean[layout.size]);
        }

        int count() {
            int count = 0;
            for (boolean extreme : candidates) {
                count += extreme ? 1 : 0;
            }
            for (boolean extreme : elements) {
                count += extreme ? 1 : 0;
            }
            return count;
        }

        boolean candidate(int n) {
            return candidates[n];
        }

        boolean element(int i) {
            return elements[i];
        }
    }
}
