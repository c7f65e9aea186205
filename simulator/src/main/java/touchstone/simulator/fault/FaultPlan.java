package touchstone.simulator.fault;

import java.util.List;

/**
 * What the calls for one item meet, in order, whatever their wording: {@code [rate-limited, serve]}. The plan advances with
 * every call for the item; after the last step that step repeats.
 */
public record FaultPlan(List<Step> steps) {

    public FaultPlan {
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a fault plan needs at least one step");
        }
        steps = List.copyOf(steps);
    }

    public static FaultPlan of(Step... steps) {
        return new FaultPlan(List.of(steps));
    }

    /** The step that the item's call of this number meets, from 0. */
    public Step at(int itemCall) {
        return steps.get(Math.min(itemCall, steps.size() - 1));
    }
}
