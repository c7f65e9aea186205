package touchstone.simulator.fault;

import java.util.List;
import java.util.Map;

/**
 * All faults of a run. A window (an outage) goes before the item's plan, and a call that met a window does not advance the
 * plan.
 *
 * @param plans fault plan by item id
 */
public record FaultSchedule(Map<String, FaultPlan> plans, List<FaultWindow> windows) {

    public static final FaultSchedule NONE = new FaultSchedule(Map.of(), List.of());

    public FaultSchedule {
        plans = Map.copyOf(plans);
        windows = List.copyOf(windows);
    }

    /** The fault that the phase imposes on this model, or {@link Step#SERVE}. */
    public Step window(String phase, String model) {
        for (FaultWindow window : windows) {
            if (window.hits(phase, model)) {
                return window.fault();
            }
        }
        return Step.SERVE;
    }

    /** The step of the item's plan at this call (from 0, windows not counted), or {@link Step#SERVE} without a plan. */
    public Step plan(String item, int plannedCall) {
        FaultPlan plan = plans.get(item);
        return plan == null ? Step.SERVE : plan.at(plannedCall);
    }
}
