package touchstone.measurement.reliability;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import touchstone.measurement.reliability.Components.Estimated;
import touchstone.measurement.reliability.Components.Part;

/**
 * Decision study: the reliability that a plan with so many interviewers, dimensions or questions would have.
 *
 * <p>A fixed facet keeps just its levels (the rubric's dimensions); the others are samples of many. Components below 0 count as 0.
 * Source: R. L. Brennan, "Generalizability Theory", Springer 2001, chapters 2 and 4; L. J. Cronbach et al., "The Dependability of
 * Behavioral Measurements", 1972.
 */
public final class DecisionStudy {

    private static final int MOST = 1_000;

    private final Estimated components;
    private final String object;
    private final Set<String> fixed;

    private DecisionStudy(Estimated components, String object, Set<String> fixed) {
        this.components = components;
        this.object = object;
        this.fixed = fixed;
    }

    /**
     * A study of these components.
     *
     * @param object the facet that is measured
     * @param fixed facets that are not a sample
     */
    public static DecisionStudy of(Estimated components, String object, Set<String> fixed) {
        if (fixed.contains(object)) {
            throw new IllegalArgumentException("the object of measurement, " + object + ", cannot be a fixed facet");
        }
        return new DecisionStudy(components, object, Set.copyOf(fixed));
    }

    /** Which reliability is wanted. */
    public enum Criterion {
        /** E rho squared: for an order within a panel that all candidates met. */
        RELATIVE,
        /** Phi: for a bar that is the same whoever interviews. */
        ABSOLUTE
    }

    /**
     * What a plan gives.
     *
     * @param counts levels of each facet in the plan
     * @param universe variance between candidates' true scores
     * @param relativeError error variance of differences between candidates who met the same conditions
     * @param absoluteError error variance of a candidate's score
     */
    public record Point(Map<String, Integer> counts, double universe, double relativeError, double absoluteError) {

        /** E rho squared, 0 to 1. */
        public double generalizability() {
            return universe == 0 ? 0 : universe / (universe + relativeError);
        }

        /** Phi, 0 to 1, at most {@link #generalizability}. */
        public double dependability() {
            return universe == 0 ? 0 : universe / (universe + absoluteError);
        }

        /** One of the two. */
        public double reliability(Criterion criterion) {
            return switch (criterion) {
                case RELATIVE -> generalizability();
                case ABSOLUTE -> dependability();
            };
        }
    }

    /**
     * A plan.
     *
     * @param counts levels of each facet other than the object, at least 1; 1 for one that is not named
     */
    public Point at(Map<String, Integer> counts) {
        double universe = 0;
        double relative = 0;
        double absolute = 0;
        for (Part part : components.parts()) {
            double share = Math.max(0, part.variance()) / conditions(part, counts);
            boolean sampled = part.facets().stream().anyMatch(facet -> !facet.equals(object) && !fixed.contains(facet));
            if (part.facets().contains(object)) {
                universe += sampled ? 0 : share;
                relative += sampled ? share : 0;
            }
            absolute += sampled ? share : 0;
        }
        return new Point(Map.copyOf(counts), universe, relative, absolute);
    }

    private double conditions(Part part, Map<String, Integer> counts) {
        double product = 1;
        for (String facet : part.facets()) {
            int count = facet.equals(object) ? 1 : counts.getOrDefault(facet, 1);
            if (count < 1) {
                throw new IllegalArgumentException("a plan has at least one of each facet, got " + counts);
            }
            product *= count;
        }
        return product;
    }

    /**
     * The smallest number of a facet's levels that reaches a reliability, all else as in {@code counts}; empty when 1,000 do not.
     *
     * @param wanted strictly between 0 and 1
     */
    public OptionalInt smallest(String facet, Map<String, Integer> counts, Criterion criterion, double wanted) {
        if (!(wanted > 0 && wanted < 1)) {
            throw new IllegalArgumentException("a wanted reliability lies between 0 and 1, got " + wanted);
        }
        for (int count = 1; count <= MOST; count++) {
            Map<String, Integer> plan = new HashMap<>(counts);
            plan.put(facet, count);
            if (at(plan).reliability(criterion) >= wanted) {
                return OptionalInt.of(count);
            }
        }
        return OptionalInt.empty();
    }
}
