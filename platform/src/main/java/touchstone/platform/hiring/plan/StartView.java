package touchstone.platform.hiring.plan;

import java.util.Comparator;
import java.util.List;
import touchstone.catalogue.content.Plan;
import touchstone.platform.hiring.Opening;
import touchstone.platform.hiring.Plans;

/**
 * What a plan can start from.
 *
 * @param templates of the catalogue
 */
public record StartView(Opening opening, Plans.Draft draft, List<Plan> templates) {

    public StartView {
        templates = templates.stream()
                .sorted(Comparator.comparing((Plan plan) -> !fits(plan, opening)))
                .toList();
    }

    /** Whether a template was written for the opening's role and level. */
    public boolean fits(Plan template) {
        return fits(template, opening);
    }

    private static boolean fits(Plan template, Opening opening) {
        return template.role().equals(opening.role()) && template.levels().contains(opening.level());
    }
}
