package touchstone.measurement.reliability;

import java.util.List;
import java.util.Set;

/** Variance components, or the reason why there are none. */
public sealed interface Components {

    /**
     * Components of variance.
     *
     * @param parts one for each effect, the residual last
     * @param scores how many scores carried them
     * @param notes sentences for a person: what could not be told apart, what lies on the boundary
     */
    record Estimated(List<Part> parts, int scores, List<String> notes) implements Components {

        /** The variance of an effect; 0 for one that is not in the model. */
        public double of(String... facets) {
            return parts.stream()
                    .filter(part -> part.facets().equals(Set.of(facets)))
                    .mapToDouble(Part::variance)
                    .findFirst()
                    .orElse(0);
        }

        /** All components, negative ones as 0. */
        public double total() {
            return parts.stream()
                    .mapToDouble(part -> Math.max(0, part.variance()))
                    .sum();
        }
    }

    /**
     * One component.
     *
     * @param facets the facets whose combination it belongs to; all of them for the residual
     * @param levels how many combinations occur
     * @param variance in squared rating units; an ANOVA estimate can be negative, which means 0
     */
    record Part(Set<String> facets, int levels, double variance) {}

    /**
     * The scores cannot say.
     *
     * @param reason one sentence for a person
     */
    record Undefined(String reason) implements Components {}
}
