package touchstone.measurement.reliability;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import touchstone.measurement.reliability.Components.Estimated;
import touchstone.measurement.reliability.Components.Part;
import touchstone.measurement.reliability.Components.Undefined;

/**
 * Variance components of a complete crossed design from its mean squares.
 *
 * <p>With facets T and the mean squares MS, the component of T is the alternating sum of MS over all sets that contain T, divided
 * by the levels of the other facets. Needs exactly one score for each combination; {@link RemlComponents} does not. Source: R. L.
 * Brennan, "Generalizability Theory", Springer 2001, section 3.3 and equation 3.25.
 */
public final class AnovaComponents {

    private AnovaComponents() {}

    /** The components of a design; undefined unless it is complete and each facet has two levels. */
    public static Components of(CrossedScores scores) {
        Optional<String> obstacle = obstacle(scores);
        if (obstacle.isPresent()) {
            return new Undefined(obstacle.get());
        }
        return MeanSquares.of(scores).components();
    }

    /** The mean squares of a complete design, by set of facets as bits. */
    static final class MeanSquares {

        private final CrossedScores scores;
        private final double[] values;

        private MeanSquares(CrossedScores scores, double[] values) {
            this.scores = scores;
            this.values = values;
        }

        static MeanSquares of(CrossedScores scores) {
            return new MeanSquares(scores, meanSquares(scores));
        }

        /** Each divided by a number that depends on its degrees of freedom, as components. */
        Estimated divided(DoubleUnaryOperator divisor) {
            double[] changed = values.clone();
            for (int set = 1; set < changed.length; set++) {
                changed[set] /= divisor.applyAsDouble(freedom(scores, set));
            }
            return new MeanSquares(scores, changed).components();
        }

        Estimated components() {
            List<Part> parts = new ArrayList<>();
            IntStream.rangeClosed(1, values.length - 1)
                    .boxed()
                    .sorted(Comparator.comparingInt(Integer::bitCount).thenComparingInt(set -> set))
                    .forEach(set -> parts.add(
                            new Part(names(scores, set), product(scores, set), component(scores, values, set))));
            List<String> notes = parts.stream()
                    .filter(part -> part.variance() < 0)
                    .map(part -> "The component of " + String.join(" x ", part.facets())
                            + " is estimated below 0, which means that it is about 0.")
                    .toList();
            return new Estimated(List.copyOf(parts), scores.size(), notes);
        }
    }

    private static Optional<String> obstacle(CrossedScores scores) {
        for (String facet : scores.facets()) {
            if (scores.levels(facet) < 2) {
                return Optional.of("The facet " + facet + " has " + scores.levels(facet)
                        + " level; a component of variance needs at least two.");
            }
        }
        int all = (1 << scores.facets().size()) - 1;
        int cells = product(scores, all);
        boolean[] seen = new boolean[Math.max(cells, 0)];
        if (cells != scores.size()) {
            return Optional.of("The design is not complete: " + scores.size() + " scores for " + cells
                    + " combinations. Use REML.");
        }
        for (int i = 0; i < scores.size(); i++) {
            int cell = cell(scores, all, i);
            if (seen[cell]) {
                return Optional.of("The design is not complete: a combination has two scores. Use REML.");
            }
            seen[cell] = true;
        }
        return Optional.empty();
    }

    /** By set of facets as bits. */
    private static double[] meanSquares(CrossedScores scores) {
        int sets = 1 << scores.facets().size();
        double[] meansOfSquares = new double[sets];
        for (int set = 0; set < sets; set++) {
            double[] sums = new double[product(scores, set)];
            double mean = scores.mean();
            for (int i = 0; i < scores.size(); i++) {
                sums[cell(scores, set, i)] += scores.score(i) - mean;
            }
            for (double sum : sums) {
                meansOfSquares[set] += sum * sum * sums.length / scores.size();
            }
        }
        double[] meanSquares = new double[sets];
        for (int set = 1; set < sets; set++) {
            double squares = 0;
            for (int part = set; part >= 0; part = part == 0 ? -1 : (part - 1) & set) {
                squares += sign(set ^ part) * meansOfSquares[part];
            }
            meanSquares[set] = squares / freedom(scores, set);
        }
        return meanSquares;
    }

    private static double component(CrossedScores scores, double[] meanSquares, int set) {
        int all = meanSquares.length - 1;
        double sum = 0;
        for (int more = 0; more <= all; more++) {
            if ((more & set) == set) {
                sum += sign(more ^ set) * meanSquares[more];
            }
        }
        return sum / product(scores, all ^ set);
    }

    private static double sign(int set) {
        return (Integer.bitCount(set) & 1) == 0 ? 1 : -1;
    }

    private static double freedom(CrossedScores scores, int set) {
        double freedom = 1;
        for (int facet = 0; facet < scores.facets().size(); facet++) {
            freedom *= (set >> facet & 1) == 1 ? scores.count(facet) - 1 : 1;
        }
        return freedom;
    }

    private static int product(CrossedScores scores, int set) {
        long product = 1;
        for (int facet = 0; facet < scores.facets().size(); facet++) {
            product *= (set >> facet & 1) == 1 ? scores.count(facet) : 1;
        }
        return product > scores.size() + 1L ? Math.min(Integer.MAX_VALUE, scores.size() + 1) : (int) product;
    }

    private static int cell(CrossedScores scores, int set, int score) {
        int cell = 0;
        for (int facet = 0; facet < scores.facets().size(); facet++) {
            if ((set >> facet & 1) == 1) {
                cell = cell * scores.count(facet) + scores.level(facet, score);
            }
        }
        return cell;
    }

    static Set<String> names(CrossedScores scores, int set) {
        Set<String> names = new LinkedHashSet<>();
        for (int facet = 0; facet < scores.facets().size(); facet++) {
            if ((set >> facet & 1) == 1) {
                names.add(scores.facets().get(facet));
            }
        }
        return java.util.Collections.unmodifiableSet(names);
    }
}
