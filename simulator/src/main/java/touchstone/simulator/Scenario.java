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
 * @param keepsPrompts whether the ledger keeps the text of prompts
 */
public record Scenario(
        long seed,
        String apiKey,
        List<ModelCard> models,
        List<LimitRule> limits,
        FaultSchedule faults,
        Knowledge knowledge,
        boolean keepsPrompts) {

    public Scenario {
        models = List.copyOf(models);
        limits = List.copyOf(limits);
        if (models.isEmpty()) {
            throw new IllegalArgumentException("a scenario needs at least one model");
        }
    }

    /** A scenario whose ledger keeps no prompts. */
    public Scenario(
            long seed,
            String apiKey,
            List<ModelCard> models,
            List<LimitRule> limits,
            FaultSchedule faults,
            Knowledge knowledge) {
        this(seed, apiKey, models, limits, faults, knowledge, false);
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
