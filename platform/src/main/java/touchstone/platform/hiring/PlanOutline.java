package touchstone.platform.hiring;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import touchstone.catalogue.content.Plan;
import touchstone.catalogue.content.StageKind;

/**
 * What a list of applications needs of a published plan.
 *
 * @param id of the plan version
 * @param stages in their order
 * @param clock how long the process should take
 */
public record PlanOutline(UUID id, List<Stage> stages, Plan.Span clock) {

    public PlanOutline {
        stages = List.copyOf(stages);
    }

    /** One stage, without its kit. */
    public record Stage(String id, String title, StageKind kind) {}

    public Optional<Stage> stage(String wanted) {
        return stages.stream().filter(stage -> stage.id().equals(wanted)).findFirst();
    }

    static PlanOutline of(UUID id, Plan plan) {
        return new PlanOutline(
                id,
                plan.stages().stream()
                        .map(stage -> new Stage(stage.id(), stage.title(), stage.kind()))
                        .toList(),
                plan.clock());
    }
}
