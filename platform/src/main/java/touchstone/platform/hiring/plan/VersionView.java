package touchstone.platform.hiring.plan;

import java.util.List;
import touchstone.catalogue.content.Competency;
import touchstone.catalogue.content.PlanStage;
import touchstone.catalogue.content.Question;
import touchstone.platform.hiring.FrozenPlan;
import touchstone.platform.hiring.Opening;
import touchstone.platform.hiring.Plans;

/**
 * A published version, as it was frozen.
 *
 * @param intact whether the stored content still has its digest
 * @param by who published it
 */
public record VersionView(Opening opening, Plans.Version version, FrozenPlan frozen, boolean intact, String by) {

    public List<Question> questions(PlanStage stage) {
        return stage.questions().stream()
                .flatMap(id -> frozen.question(id).stream())
                .toList();
    }

    public String competency(String id) {
        return frozen.competency(id).map(Competency::title).orElse(id);
    }

    public int weight(Competency competency) {
        return frozen.plan().weights().getOrDefault(competency.id(), 0);
    }
}
