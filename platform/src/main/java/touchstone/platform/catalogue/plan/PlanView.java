package touchstone.platform.catalogue.plan;

import java.util.List;
import touchstone.catalogue.content.Plan;
import touchstone.catalogue.content.PlanStage;
import touchstone.catalogue.plan.CoverageMatrix;
import touchstone.catalogue.plan.PlanWarning;
import touchstone.platform.catalogue.EntryLink;

/**
 * A plan template.
 *
 * @param role that it is for
 * @param levels titles
 * @param minutes of all stages together, without the take-home
 */
public record PlanView(
        Plan plan,
        EntryLink role,
        List<String> levels,
        List<Stage> stages,
        CoverageMatrix matrix,
        List<PlanWarning> warnings,
        int minutes) {

    /** A stage with its questions. */
    public record Stage(PlanStage stage, String kind, List<EntryLink> questions) {}
}
