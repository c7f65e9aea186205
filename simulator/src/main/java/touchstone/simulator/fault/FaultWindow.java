package touchstone.simulator.fault;

import java.util.Set;

/**
 * A fault that every call meets during one phase of the workload.
 *
 * @param phase name of the phase
 * @param models ids of the models that are hit; empty means all
 */
public record FaultWindow(String phase, Set<String> models, Fault fault) {

    public FaultWindow {
        models = Set.copyOf(models);
    }

    boolean hits(String currentPhase, String model) {
        return phase.equals(currentPhase) && (models.isEmpty() || models.contains(model));
    }
}
