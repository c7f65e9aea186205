package touchstone.catalogue.content;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A hiring plan for a role: its stages and the terms of the decision. Templates of the catalogue and plans that people
 * edit are the same type. In a file and in JSON, the fields of {@link Terms} stand beside the others.
 *
 * @param role id
 * @param levels whom it fits
 */
public record Plan(
        String id,
        String title,
        String role,
        List<Level> levels,
        String summary,
        List<PlanStage> stages,
        @JsonIgnore Terms terms,
        List<String> covers)
        implements Entry {

    public Plan {
        levels = List.copyOf(levels);
        stages = List.copyOf(stages);
        covers = List.copyOf(covers);
    }

    @JsonCreator
    static Plan of(
            @JsonProperty("id") String id,
            @JsonProperty("title") String title,
            @JsonProperty("role") String role,
            @JsonProperty("levels") List<Level> levels,
            @JsonProperty("summary") String summary,
            @JsonProperty("stages") List<PlanStage> stages,
            @JsonProperty("weights") Map<String, Integer> weights,
            @JsonProperty("rule") DecisionRule rule,
            @JsonProperty("clock") Span clock,
            @JsonProperty("covers") List<String> covers) {
        return new Plan(id, title, role, levels, summary, stages, new Terms(weights, rule, clock), covers);
    }

    /** How much each competency counts, by id; whole numbers from 1. */
    @JsonProperty("weights")
    public Map<String, Integer> weights() {
        return terms.weights();
    }

    @JsonProperty("rule")
    public DecisionRule rule() {
        return terms.rule();
    }

    /** How long the process takes from the first screen to the offer. */
    @JsonProperty("clock")
    public Span clock() {
        return terms.clock();
    }

    /** What a decision follows; frozen when the plan is published. */
    public record Terms(Map<String, Integer> weights, DecisionRule rule, Span clock) {

        public Terms {
            weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
        }
    }

    /** Weeks from the first screen to the offer. */
    public record Span(int leastWeeks, int mostWeeks) {}
}
