package touchstone.simulator;

import java.util.List;
import touchstone.simulator.fault.FaultSchedule;
import touchstone.simulator.knowledge.Knowledge;
import touchstone.simulator.model.ModelCard;

/**
 * Everything that decides how a simulator behaves. Same scenario and same requests: same answers, whatever the timing.
 *
 * @param seed root of every keyed decision
 * @param apiKey the only key that is accepted; empty accepts any that is not empty
 */
public record Scenario(
        long seed,
        String apiKey,
        List<ModelCard> models,
        List<LimitRule> limits,
        FaultSchedule faults,
        Knowledge knowledge) {

    public Scenario {
        models = List.copyOf(models);
        limits = List.copyOf(limits);
        if (models.isEmpty()) {
            throw new IllegalArgumentException("a scenario needs at least one model");
        }
    }

    /** Three models, wide limits, no faults, no knowledge. */
    public static Scenario plain(long seed) {
        return new Scenario(
                seed,
                "",
                List.of(ModelCard.SMALL, ModelCard.MEDIUM, ModelCard.LARGE),
                List.of(LimitRule.WIDE),
                FaultSchedule.NONE,
                Knowledge.NONE);
    }
}
