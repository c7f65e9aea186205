package touchstone.measurement.reliability;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import touchstone.chance.Chance;
import touchstone.measurement.interval.Interval;
import touchstone.measurement.interval.Quantile;
import touchstone.measurement.reliability.Components.Estimated;
import touchstone.measurement.reliability.Components.Part;
import touchstone.measurement.reliability.DecisionStudy.Criterion;

/**
 * Intervals of 95 % for the reliability that a plan would have (Phi and E rho squared), for normally distributed effects.
 *
 * <p>Of a complete design: the mean squares divided by independent chi-squares over their degrees of freedom, 2,000 times, each
 * time turned into components and a reliability (A. K. L. Chiang, "A simple general method for constructing confidence intervals for
 * functions of variance components", Technometrics 43 (2001), 356-367; S. Weerahandi, "Generalized confidence intervals", JASA 88
 * (1993), 899-905). Of any other: the logarithm of universe variance over error variance is taken as normal, its variance from the
 * average information of the components (S. R. Searle, G. Casella and C. E. McCulloch, "Variance Components", Wiley 1992, section
 * 6.6, and the delta method); with fewer than about 15 candidates that one is too narrow, see docs/guides/measure.md.
 */
public final class ReliabilityInterval {

    private static final double CONFIDENCE = 0.95;
    private static final int DRAWS = 2_000;

    private final Estimated components;
    private final List<Estimated> draws;
    private final List<List<Double>> covariance;

    private ReliabilityInterval(Estimated components, List<Estimated> draws, List<List<Double>> covariance) {
        this.components = components;
        this.draws = draws;
        this.covariance = covariance;
    }

    /**
     * For a complete design, whose components are those of {@link AnovaComponents}.
     *
     * @param chance source of the draws; same source, same interval
     * @return empty where the components are undefined
     */
    public static Optional<ReliabilityInterval> ofComplete(CrossedScores scores, Chance chance) {
        return switch (AnovaComponents.of(scores)) {
            case Components.Undefined none -> Optional.empty();
            case Estimated found -> {
                RandomGenerator source = chance.generator();
                AnovaComponents.MeanSquares observed = AnovaComponents.MeanSquares.of(scores);
                List<Estimated> draws = new ArrayList<>(DRAWS);
                for (int i = 0; i < DRAWS; i++) {
                    draws.add(observed.divided(freedom -> chiSquare(freedom, source) / freedom));
                }
                yield Optional.of(new ReliabilityInterval(found, List.copyOf(draws), List.of()));
            }
        };
    }

    /**
     * For any design, from its fit.
     *
     * @return empty where the components or their errors are undefined
     */
    public static Optional<ReliabilityInterval> of(RemlComponents.Fit fit) {
        return fit.components() instanceof Estimated found && !fit.covariance().isEmpty()
                ? Optional.of(new ReliabilityInterval(found, List.of(), fit.covariance()))
                : Optional.empty();
    }

    private static double chiSquare(double freedom, RandomGenerator source) {
        return ChiSquaredDistribution.of(freedom).inverseCumulativeProbability(source.nextDouble());
    }

    /**
     * The interval of a plan's reliability.
     *
     * @param object the facet that is measured
     * @param fixed facets that are not a sample
     * @param counts levels of each facet in the plan
     * @return empty where one of the two variances is 0, so that their ratio has no error
     */
    public Optional<Interval> of(String object, Set<String> fixed, Map<String, Integer> counts, Criterion criterion) {
        return draws.isEmpty()
                ? byInformation(object, fixed, counts, criterion)
                : Optional.of(byDraws(object, fixed, counts, criterion));
    }

    private Interval byDraws(String object, Set<String> fixed, Map<String, Integer> counts, Criterion criterion) {
        double[] values = draws.stream()
                .mapToDouble(
                        draw -> DecisionStudy.of(draw, object, fixed).at(counts).reliability(criterion))
                .sorted()
                .toArray();
        double tail = (1 - CONFIDENCE) / 2;
        return new Interval(Quantile.ofSorted(values, tail), Quantile.ofSorted(values, 1 - tail));
    }

    private Optional<Interval> byInformation(
            String object, Set<String> fixed, Map<String, Integer> counts, Criterion criterion) {
        DecisionStudy.Point point = DecisionStudy.of(components, object, fixed).at(counts);
        double error = error(point, criterion);
        if (point.universe() <= 0 || error <= 0) {
            return Optional.empty();
        }
        double[] slope = components.parts().stream()
                .mapToDouble(part -> {
                    DecisionStudy.Point unit =
                            DecisionStudy.of(only(part), object, fixed).at(counts);
                    return unit.universe() / point.universe() - error(unit, criterion) / error;
                })
                .toArray();
        double variance = 0;
        for (int i = 0; i < slope.length; i++) {
            for (int j = 0; j < slope.length; j++) {
                variance += slope[i] * slope[j] * covariance.get(i).get(j);
            }
        }
        double half = NormalDistribution.of(0, 1).inverseCumulativeProbability((1 + CONFIDENCE) / 2)
                * Math.sqrt(Math.max(0, variance));
        double middle = Math.log(point.universe() / error);
        return Optional.of(new Interval(logistic(middle - half), logistic(middle + half)));
    }

    private static double error(DecisionStudy.Point point, Criterion criterion) {
        return switch (criterion) {
            case RELATIVE -> point.relativeError();
            case ABSOLUTE -> point.absoluteError();
        };
    }

    /** A variance of 1 in one part and none elsewhere. */
    private static Estimated only(Part part) {
        return new Estimated(List.of(new Part(part.facets(), part.levels(), 1)), 1, List.of());
    }

    private static double logistic(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }
}
