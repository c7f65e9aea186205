package touchstone.catalogue.content;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;

/**
 * What people are hired as.
 *
 * @param differs how this role's competencies differ from those of the others
 * @param competencies what counts for this role, and how much
 * @param policies question kinds that are limited or out of bounds; all others are allowed
 */
public record Role(
        String id,
        String title,
        String summary,
        String differs,
        List<Weight> competencies,
        List<KindRule> policies,
        List<String> covers)
        implements Entry {

    public Role {
        competencies = List.copyOf(competencies);
        policies = List.copyOf(policies);
        covers = List.copyOf(covers);
    }

    /** How this role treats a kind of question. */
    public Policy policyFor(QuestionKind kind) {
        return policies.stream()
                .filter(policy -> policy.kind() == kind)
                .findFirst()
                .map(KindRule::policy)
                .orElseGet(Policy.Allowed::new);
    }

    /**
     * How much a competency counts.
     *
     * @param id the competency
     * @param weight 1 to 5
     */
    public record Weight(String id, int weight) {}

    /** What can be said about a question kind. */
    public enum Verdict {
        /** At most a part of the screens. */
        @JsonProperty("limited")
        LIMITED,
        /** Not at all. */
        @JsonProperty("out-of-bounds")
        OUT_OF_BOUNDS;

        @Override
        public String toString() {
            return this == LIMITED ? "limited" : "out-of-bounds";
        }
    }

    /** A {@link Policy} as it stands in a file. */
    public record KindRule(
            QuestionKind kind,
            Verdict rule,
            Optional<Integer> mostScreenPercent,
            Optional<String> level,
            String reason) {

        /** Without a percentage, which the reader refuses, a limited kind may fill nothing. */
        public Policy policy() {
            return switch (rule) {
                case LIMITED -> new Policy.Limited(mostScreenPercent.orElse(0), reason, level);
                case OUT_OF_BOUNDS -> new Policy.OutOfBounds(reason);
            };
        }
    }
}
