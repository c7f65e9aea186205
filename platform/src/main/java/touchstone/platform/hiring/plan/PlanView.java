package touchstone.platform.hiring.plan;

import java.util.List;
import touchstone.catalogue.content.StageDescription;

/**
 * The stages of a draft.
 *
 * @param kinds what can be added
 */
public record PlanView(PlanSheet sheet, List<StageDescription> kinds) {

    public PlanView {
        kinds = List.copyOf(kinds);
    }
}
