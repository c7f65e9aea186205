package touchstone.measurement.ratings;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The fair score as a function of a candidate's measure: {@code lowest + sum of w_d E[k | theta - reference - delta_d]}, over
 * the elements of the dimension facet, every other facet at its reference.
 *
 * <p>Under priors the reference is 0, the average interviewer; otherwise the mean of the facet's measures.
 */
final class FairCurve {

    /** Parameters that matter besides the candidate: dimensions, then thresholds. */
    final int[] parameters;

    private final double lowest;
    private final int steps;
    private final double reference;
    private final double[] weight;
    /** Position in {@link #parameters} of each term's dimension, or -1. */
    private final int[] dimension;
    /** Group of thresholds of each term. */
    private final int[] group;

    private final int firstThreshold;

    private FairCurve(
            int[] parameters,
            RatingTable table,
            double reference,
            double[] weight,
            int[] dimension,
            int[] group,
            int firstThreshold) {
        this.parameters = parameters;
        this.lowest = table.scale().lowest();
        this.steps = table.scale().steps();
        this.reference = reference;
        this.weight = weight;
        this.dimension = dimension;
        this.group = group;
        this.firstThreshold = firstThreshold;
    }

    /** @param weights of dimensions by name; empty for equal ones */
    static FairCurve of(Fit fit, Map<String, Double> weights) {
        RatingTable table = fit.table();
        Layout layout = fit.problem.layout;
        int facet = table.indexOf(Facet.DIMENSION);
        int dimensions = facet < 0 ? 0 : table.facets().get(facet).elements().size();
        int[] parameters = new int[dimensions + layout.groups * layout.steps];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = i < dimensions ? layout.offset[facet] + i : layout.thresholds + i - dimensions;
        }
        double[] shares = shares(table, facet, weights);
        boolean own = layout.groupFacet == facet && facet >= 0;
        int perDimension = own ? 1 : layout.groups;
        double[] weight = new double[shares.length * perDimension];
        int[] dimension = new int[weight.length];
        int[] group = new int[weight.length];
        for (int t = 0; t < weight.length; t++) {
            int d = t / perDimension;
            weight[t] = shares[d] / perDimension;
            dimension[t] = dimensions == 0 ? -1 : d;
            group[t] = own ? d : t % perDimension;
        }
        return new FairCurve(parameters, table, reference(fit, facet), weight, dimension, group, dimensions);
    }

    private static double[] shares(RatingTable table, int facet, Map<String, Double> weights) {
        if (facet < 0) {
            return new double[] {1};
        }
        Map<String, Double> left = new TreeMap<>(weights);
        double[] shares = new double[table.facets().get(facet).elements().size()];
        double sum = 0;
        for (int d = 0; d < shares.length; d++) {
            Double share = left.remove(table.facets().get(facet).elements().get(d));
            shares[d] = weights.isEmpty() ? 1 : share == null ? 0 : share;
            if (!(shares[d] >= 0)) {
                throw new RatingsException("the weight of a dimension is at least 0, got " + shares[d]);
            }
            sum += shares[d];
        }
        if (!left.isEmpty() || !(sum > 0) || !Double.isFinite(sum)) {
            throw new RatingsException("weights must name dimensions of the ratings and not all be 0, got " + weights);
        }
        for (int d = 0; d < shares.length; d++) {
            shares[d] /= sum;
        }
        return shares;
    }

    private static double reference(Fit fit, int dimensionFacet) {
        if (fit.logEvidence().isPresent()) {
            return 0;
        }
        double sum = 0;
        for (int f = 0; f < fit.problem.layout.offset.length; f++) {
            if (f != dimensionFacet) {
                sum += fit.facet(fit.table().facets().get(f).name()).stream()
                        .filter(measure -> !measure.extreme())
                        .mapToDouble(Measure::value)
                        .average()
                        .orElse(0);
            }
        }
        return sum;
    }

    /** Values of {@link #parameters} in a vector of all. */
    double[] values(double[] rest) {
        double[] values = new double[parameters.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = rest[parameters[i]];
        }
        return values;
    }

    /** The fair score. */
    double score(double theta, double[] values) {
        double sum = lowest;
        for (int t = 0; t < weight.length; t++) {
            sum += weight[t] * expected(eta(t, theta, values), t, values);
        }
        return sum;
    }

    private double eta(int t, double theta, double[] values) {
        return theta - reference - (dimension[t] < 0 ? 0 : values[dimension[t]]);
    }

    private double expected(double eta, int t, double[] values) {
        int at = firstThreshold + group[t] * steps;
        double exponent = 0;
        double most = 0;
        for (int k = 1; k <= steps; k++) {
            exponent += eta - values[at + k - 1];
            most = Math.max(most, exponent);
        }
        double sum = Math.exp(-most);
        double weighted = 0;
        exponent = 0;
        for (int k = 1; k <= steps; k++) {
            exponent += eta - values[at + k - 1];
            double share = Math.exp(exponent - most);
            sum += share;
            weighted += k * share;
        }
        return weighted / sum;
    }

    /** Derivatives of the score: by the candidate's measure, then by {@link #parameters}. */
    double[] slope(double theta, double[] values) {
        double[] slope = new double[parameters.length + 1];
        for (int t = 0; t < weight.length; t++) {
            double[] term = slopeOfTerm(t, theta, values);
            for (int i = 0; i < slope.length; i++) {
                slope[i] += weight[t] * term[i];
            }
        }
        return slope;
    }

    /** One term for each dimension: the ratings that one interview gives. */
    int[] oneTermEach() {
        return IntStream.range(0, weight.length)
                .filter(t -> t == 0 || dimension[t] != dimension[t - 1])
                .toArray();
    }

    /** The same of one term's expected rating; the first number is the rating's variance. */
    double[] slopeOfTerm(int t, double theta, double[] values) {
        double[] slope = new double[parameters.length + 1];
        double[] cumulative = new double[steps + 1];
        int at = firstThreshold + group[t] * steps;
        for (int h = 1; h <= steps; h++) {
            cumulative[h] = cumulative[h - 1] + values[at + h - 1];
        }
        Categories categories = new Categories(steps, cumulative);
        categories.at(eta(t, theta, values), 0);
        categories.tails();
        slope[0] = categories.variance;
        if (dimension[t] >= 0) {
            slope[1 + dimension[t]] = -categories.variance;
        }
        for (int h = 0; h < steps; h++) {
            slope[1 + at + h] = -categories.covariance[h];
        }
        return slope;
    }
}
